/** What a reader can have done; each completes a step of the walkthrough. */
export const deeds = [
  'readRule',
  'sawBothCertificates',
  'playedBootstrap',
  'sawExpiry',
  'readDeadAdvice',
  'playedFiles',
  'choseRelease',
] as const;

/** An exercise of the lab that was solved is a deed of its own: `solved.<id of the exercise>`. */
export type Deed = (typeof deeds)[number] | `solved.${string}`;

/** Returns whether a text from outside names a deed. */
export function isDeed(text: unknown): text is Deed {
  if (typeof text !== 'string') return false;
  return (deeds as readonly string[]).includes(text) || /^solved\.[a-z0-9.-]{1,60}$/.test(text);
}
