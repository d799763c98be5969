import type { ExplanationPart } from './explanation';
import { coveredParams } from '../messages/covered';
import type { Message } from '../messages/message';
import type { ExplainTextId } from './texts';

/** Returns one of the texts of explanations with what is to be filled in. */
export function text(id: ExplainTextId, params: Readonly<Record<string, string>> = {}): Message {
  return { id, params: coveredParams(params) };
}

/** Returns one of the texts with one value filled in, as a list with one part; an empty list without a value. */
export function partIf(id: ExplainTextId, name: string, value: string | undefined): readonly ExplanationPart[] {
  return value === undefined || value === '' ? [] : [{ message: text(id, { [name]: value }) }];
}
