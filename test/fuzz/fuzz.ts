import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { failureOf, fuzzCase, type FuzzCase } from './fuzzCase';
import { minimise } from './minimise';
import { seedFiles } from './seedFiles';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    cases: { type: 'string' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    case: { type: 'string' },
    milliseconds: { type: 'string', default: '100' },
  },
});

const seed = Number(values.seed);
const milliseconds = Number(values.milliseconds);
const sets = seedFiles();
const texts = sets.flatMap(({ files }) => [...files.values()]).filter((text) => text !== '');
const known = new Set<string>();

function run(number: number): void {
  const one = fuzzCase(sets, texts, { seed, number });
  const failure = failureOf(one.files, { ...one.treatment, milliseconds });
  if (failure === undefined || known.has(failure)) return;
  known.add(failure);
  report(one, failure);
}

function report({ number, from, files, treatment }: FuzzCase, failure: string): void {
  const small = minimise(files, (candidate) => failureOf(candidate, { ...treatment, milliseconds }) === failure);
  console.log(`\n${failure}\n  from ${from}; again: npm run fuzz -- --seed ${String(seed)} --case ${String(number)}`);
  console.log(`  ${JSON.stringify(treatment)}`);
  for (const [path, text] of small) console.log(`  ${path}: ${JSON.stringify(text).slice(0, 2000)}`);
}

/** The files as they are: they hold to the promises too, and the program is compiled when time begins to count. */
function checkUndamaged(): void {
  for (const { name, files } of sets) {
    const failure = failureOf(files, { release: 'auto', kind: undefined, play: true, milliseconds });
    if (failure === undefined) continue;
    known.add(failure);
    console.log(`\n${failure}\n  in ${name} as it is`);
  }
}

console.log(`seed ${String(seed)}, ${String(sets.length)} file sets`);
checkUndamaged();
let number = 0;
if (values.case !== undefined) run(Number(values.case));
else if (values.cases !== undefined) for (; number < Number(values.cases); number += 1) run(number);
else for (const end = Date.now() + Number(values.seconds) * 1000; Date.now() < end; number += 1) run(number);
console.log(`\n${String(number)} cases, ${String(known.size)} causes of failure`);
process.exitCode = known.size === 0 ? 0 : 1;
