/** Nobody reads longer names. */
const MOST = 120;

/** Returns a name out of a request as it may be shown: cut to a length, and without characters that nobody sees or that turn text around. */
export function shownName(name: string): string {
  const plain = name.replace(/\p{C}/gu, '�');
  return plain.length > MOST ? `${plain.slice(0, MOST)}…` : plain;
}
