import type { SourceOrigin } from '../../cluster/setting';
import type { Message } from '../../messages/message';

/** What can be said about something held. Texts: `flow.field.<id>`, and what it is for: `flow.field.<id>.for`. */
export const heldFieldIds = [
  'path',
  'contents',
  'mode',
  'older',
  'link',
  'target',
  'token-user',
  'token-groups',
  'token-file',
  'token-secret',
  'request-name',
  'signer',
  'requester',
  'requester-groups',
  'request-subject',
  'request-sans',
  'request-usages',
  'request-key',
  'conditions',
  'issued',
  'common-name',
  'organizations',
  'server-name',
  'server-organizations',
  'sans',
  'issuer',
  'not-before',
  'not-after',
  'rotation',
  'usages',
  'key',
  'file',
  'asker',
  'asker-groups',
  'question',
  'answer',
  'binding',
  'role',
  'rule',
  'mode-of-authorization',
  'missing-rule',
  'missing-binding',
  'others',
  'node-name',
  'ready',
] as const;

export type HeldFieldId = (typeof heldFieldIds)[number];

/** One value of a field: a name as it is written, words, or a moment in seconds since the first start. */
export type HeldValue =
  | { readonly type: 'name'; readonly text: string; readonly origin?: SourceOrigin }
  | { readonly type: 'words'; readonly message: Message }
  | { readonly type: 'moment'; readonly t: number };

export interface HeldField {
  readonly id: HeldFieldId;
  readonly values: readonly HeldValue[];
}

/** Returns a field with names as they are written; without any, it says that there are none. */
export function named(id: HeldFieldId, ...texts: readonly string[]): HeldField {
  return texts.length === 0 ? told(id, 'none') : { id, values: texts.map((text) => ({ type: 'name', text })) };
}

/** Returns a field in words: `flow.held.<words>`. */
export function told(id: HeldFieldId, words: string, params: Readonly<Record<string, string>> = {}): HeldField {
  return { id, values: [{ type: 'words', message: { id: `flow.held.${words}`, params } }] };
}

/** Returns a field with a name and where it is written. */
export function placed(
  id: HeldFieldId,
  ...places: readonly { readonly name: string; readonly origin: SourceOrigin | undefined }[]
): HeldField {
  const values = places.map(({ name, origin }) => ({ type: 'name' as const, text: name, ...(origin && { origin }) }));
  return { id, values };
}
