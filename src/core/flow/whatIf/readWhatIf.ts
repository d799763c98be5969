import { compareReleases, parseRelease, type Release } from '../../kubernetes/release';
import { nearest } from '../../kubernetes/nearest';
import type { Message } from '../../messages/message';
import { kubernetes } from '../kubernetesFacts';
import { parseDuration } from './duration';
import { deletableFiles, type WhatIf, type WhatIfForm, type WhatIfKind } from './whatIf';
import { appliesIn, whatIfs, whatIfsOf } from './whatIfs';

/** What stands in lists of names and in paths. */
const PLAIN = /^[\w*,./:-]{0,200}$/;

/** Why a text is no what-if. */
export interface WhatIfProblem {
  readonly problem: Message;
}

/**
 * Returns the what-if that `id=value` means in a release. A problem when there is none of that name (with the nearest name),
 * when it means nothing in this release, or when the value has another form.
 */
export function readWhatIf(text: string, release: Release): WhatIf | WhatIfProblem {
  const equals = text.indexOf('=');
  const [id, value] = equals === -1 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
  const kind = whatIfs.find((one) => one.id === id);
  if (kind === undefined) return unknown(id, release);
  if (!appliesIn(kind, release)) {
    const range = { since: kind.since, until: kind.until ?? '' };
    return problem(kind.until === undefined ? 'too-new' : 'other-release', { id, release, ...range });
  }
  if (value === undefined) return problem('no-value', { id, offered: kind.offered.join(', ') });
  const wrong = valueProblem(kind, value) ?? upgradeProblem(kind, value, release);
  return wrong ?? { id, value };
}

/** Returns whether all texts are what-ifs of the release; a release that cannot be read has none. */
export function areWhatIfs(texts: readonly string[], release: string): boolean {
  const read = parseRelease(release);
  return read !== undefined && texts.every((text) => 'id' in readWhatIf(text, read));
}

function unknown(id: string, release: Release): WhatIfProblem {
  const near = nearest(
    id.toLowerCase(),
    whatIfs.map((one) => one.id.toLowerCase()),
  );
  const meant = whatIfs.find((one) => one.id.toLowerCase() === near);
  if (meant !== undefined) return problem('unknown-near', { id, near: meant.id });
  const known = whatIfsOf(release).map((one) => one.id);
  return problem('unknown', { id, known: known.join(', ') });
}

function valueProblem({ id, form, offered }: WhatIfKind, value: string): WhatIfProblem | undefined {
  if (offered.includes(value) || (form === 'text' && PLAIN.test(value))) return undefined;
  const params = { id, value, offered: offered.join(', ') };
  if (form === 'choice' || form === 'text') return problem('bad-value', params);
  const times = timesOf(form, value);
  if (times === undefined) return problem('bad-value', params);
  if (times.includes('too-long')) return problem('too-long', params);
  const [from, to] = times as readonly number[];
  const isBackwards = from !== undefined && to !== undefined && to <= from;
  const isNegative = form !== 'offset' && (from ?? 0) < 0;
  return isBackwards || isNegative ? problem('bad-value', params) : undefined;
}

/** An upgrade goes to a newer release, and to one that is known. */
function upgradeProblem({ id, form, offered }: WhatIfKind, value: string, release: Release): WhatIfProblem | undefined {
  if (form !== 'release-at') return undefined;
  const to = parseRelease(value.slice(0, value.indexOf('@')));
  const isUp = to !== undefined && kubernetes.releases.isKnown(to) && compareReleases(to, release) > 0;
  return isUp ? undefined : problem('bad-value', { id, value, offered: offered.join(', ') });
}

/** The times in a value; undefined when it does not have the form. */
function timesOf(form: WhatIfForm, value: string): readonly (number | 'too-long')[] | undefined {
  const parts = partsOf(form, value);
  const times = parts?.map(parseDuration) ?? [undefined];
  return times.every((time) => time !== undefined) ? times : undefined;
}

function partsOf(form: WhatIfForm, value: string): readonly string[] | undefined {
  if (form === 'span') {
    const ends = value.split('..');
    return ends.length === 2 ? ends : undefined;
  }
  if (form !== 'file-at' && form !== 'release-at') return [value];
  const at = value.indexOf('@');
  const name = value.slice(0, Math.max(at, 0));
  const isKnown =
    form === 'file-at' ? (deletableFiles as readonly string[]).includes(name) : parseRelease(name) !== undefined;
  return at > 0 && isKnown ? [value.slice(at + 1)] : undefined;
}

function problem(what: string, params: Message['params']): WhatIfProblem {
  return { problem: { id: `flow.whatIfProblem.${what}`, params } };
}
