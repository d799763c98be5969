interface Case {
  readonly name: string;
  readonly body: () => Promise<void>;
}

const cases: Case[] = [];
const cleanUps: (() => Thenable<unknown> | Promise<unknown>)[] = [];

/** Adds a test to the suite. Tests run one after another, in the order in which they are added. */
export function test(name: string, body: () => Promise<void>): void {
  cases.push({ name, body });
}

/** Has something done after every test, whether it passed or not. */
export function afterEach(cleanUp: () => Thenable<unknown> | Promise<unknown>): void {
  cleanUps.push(cleanUp);
}

/**
 * Runs all tests and prints a line for each, then a count.
 * @throws Error naming the tests that failed.
 */
export async function runAll(): Promise<void> {
  const failed: string[] = [];
  for (const { name, body } of cases) {
    const fault = await faultOf(body);
    if (fault === undefined) console.log(`ok - ${name}`);
    else {
      failed.push(name);
      console.log(`not ok - ${name}\n${fault}`);
    }
  }
  console.log(`ℹ pass ${String(cases.length - failed.length)}`);
  console.log(`ℹ fail ${String(failed.length)}`);
  if (failed.length > 0) throw new Error(`${String(failed.length)} failed: ${failed.join('; ')}`);
}

async function faultOf(body: () => Promise<void>): Promise<string | undefined> {
  const faults: string[] = [];
  for (const part of [body, ...cleanUps]) {
    try {
      await part();
    } catch (error) {
      faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
  return faults[0];
}
