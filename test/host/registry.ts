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
 * Runs all tests and prints a line for each, then a count and once more what failed, as Node's own runner does.
 * @throws Error when a test failed.
 */
export async function runAll(): Promise<void> {
  const failed: string[] = [];
  for (const { name, body } of cases) {
    const start = Date.now();
    const fault = await faultOf(body);
    const took = `(${String(Date.now() - start)}ms)`;
    console.log(fault === undefined ? `✔ ${name} ${took}` : `✖ ${name} ${took}\n${fault}`);
    if (fault !== undefined) failed.push(`✖ ${name} ${took}\n  ${fault}\n`);
  }
  console.log(`ℹ pass ${String(cases.length - failed.length)}`);
  console.log(`ℹ fail ${String(failed.length)}`);
  if (failed.length === 0) return;
  console.log(`✖ failing tests:\n\n${failed.join('\n')}`);
  throw new Error(`${String(failed.length)} failed.`);
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
