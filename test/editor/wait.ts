/** How long any wait may last before the run is given up; only a safety net, in milliseconds. */
export const patience = 60_000;

const pollMilliseconds = 50;

/** The editor writes its own state once a minute. */
export const storagePatience = 150_000;

/**
 * Asks `probe` again and again until it gives something other than undefined or false, and returns that.
 * @throws Error naming `what`, with the last fault of the probe, when `limit` milliseconds are over.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined | false>,
  limit = patience,
): Promise<T> {
  const giveUp = Date.now() + limit;
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
