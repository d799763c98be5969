/** How long any wait may last before the test is given up; only a safety net, in milliseconds. */
const PATIENCE = 60_000;
const POLL = 25;

/**
 * Asks `probe` again and again until it gives something other than undefined or false, and returns that.
 * @throws Error naming `what`, and what `state` says then, when patience runs out.
 */
export async function until<T>(
  what: string,
  probe: () => T | undefined | false | Thenable<T | undefined | false>,
  state: () => unknown = () => '',
): Promise<T> {
  const giveUp = Date.now() + PATIENCE;
  while (Date.now() < giveUp) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
  throw new Error(`Waited in vain for ${what}. ${JSON.stringify(state(), undefined, 2)}`);
}
