import type { UnknownReason } from './setting';

/** Why a setting is not known, as the last part of a text's id and what is filled in. */
export interface ReasonWords {
  readonly type: UnknownReason['type'];
  readonly params: Readonly<Record<string, string>>;
}

/** Returns the first of the reasons in words; without any, the kubelet's command line is what is missing. */
export function reasonOf([reason]: readonly UnknownReason[]): ReasonWords {
  if (reason === undefined) return { type: 'component-not-in-view', params: { component: 'kubelet' } };
  if (reason.type === 'contradiction') return { type: reason.type, params: { paths: reason.paths.join(', ') } };
  const { type, ...params } = reason;
  return { type, params };
}
