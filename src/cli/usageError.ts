/** The program was called wrongly; the message is one line for the caller. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
