/** What a check is asked while it runs. */
export interface CheckWatch {
  /** True once somebody wants the check to stop. */
  readonly isCancellationRequested: boolean;
}

/**
 * Does something with each of the items in turn and lets what people type and click come in between. Returns whether it
 * came to the end. An item that fails is handed to `fail` and does not stop the others; `report` is called when the part
 * that is done has grown by a whole percent or more.
 */
export async function checkInTurn<T>(
  items: readonly T[],
  work: { readonly check: (item: T) => Promise<void>; readonly fail: (item: T, error: unknown) => void },
  report: (item: T, increment: number) => void,
  watch: CheckWatch,
): Promise<boolean> {
  let told = 0;
  for (const [index, item] of items.entries()) {
    if (watch.isCancellationRequested) return false;
    const percent = Math.floor((100 * index) / items.length);
    if (percent > told) report(item, percent - told);
    told = percent;
    try {
      await work.check(item);
    } catch (error) {
      work.fail(item, error);
    }
    await pause();
  }
  return !watch.isCancellationRequested;
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
