import type { Message } from '../core/messages/message';
import type { CliTextId } from './cliTexts';

/** The program was called wrongly; `id` and `params` are one line for the caller. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    readonly id: CliTextId,
    readonly params: Message['params'] = {},
  ) {
    super(id);
  }
}
