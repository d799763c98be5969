/** How long any wait may last before the run is given up; only a safety net, in milliseconds. */
export const patience = 60_000;

const pollMilliseconds = 50;

/**
 * Asks `probe` again and again until it gives something other than undefined or false, and returns that.
 * @throws Error naming `what`, with the last fault of the probe, when patience runs out.
 */
export async function until<T>(what: string, probe: () => Promise<T | undefined | false>): Promise<T> {
  const giveUp = Date.now() + patience;
  let fault: unknown;
  while (Date.now() < giveUp) {
    try {
      const value = await probe();
      if (value !== undefined && value !== false) return value;
      fault = undefined;
    } catch (error) {
      fault = error;
    }
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
  }
  throw new Error(`Waited in vain for ${what}.`, { cause: fault });
}
