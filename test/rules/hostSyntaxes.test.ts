import assert from 'node:assert/strict';
import { describe as group, test } from 'node:test';
import { rules } from '../../src/core/lint/rules/index';
import { examplesOf, lintFiles, parse, titleOf, type Example, type Files } from './examples';
import { isWrittenIn, syntaxesOf, type HostSyntax } from './hostSyntaxes';
import { acrossFiles, ruleSubjects } from './ruleSubjects';

function isFoundIn({ bad, expected }: Example, syntax: HostSyntax): boolean {
  return (expected?.findings ?? []).some(({ path }) => bad !== undefined && isIn(path, bad, syntax));
}

function isIn(path: string, files: Files, syntax: HostSyntax): boolean {
  const [file] = parse(new Map([[path, files.get(path) ?? '']]));
  return file !== undefined && isWrittenIn(file, syntax);
}

const isGoodIn = ({ good }: Example, syntax: HostSyntax): boolean =>
  good !== undefined && [...good.keys()].some((path) => isIn(path, good, syntax));

const syntaxesWhere = (
  required: readonly HostSyntax[],
  examples: readonly Example[],
  isThere: (example: Example, syntax: HostSyntax) => boolean,
): readonly HostSyntax[] => required.filter((syntax) => examples.some((example) => isThere(example, syntax)));

test('of every rule of groups B to E it is said what it looks at', () => {
  const ours = rules.filter(({ group: letter }) => 'BCDE'.includes(letter)).map(({ id }) => id);
  assert.deepEqual(Object.keys(ruleSubjects).sort(), ours.toSorted());
});

for (const [id, subjects] of Object.entries(ruleSubjects)) {
  group(`${id} is shown in every host syntax it applies to`, () => {
    const examples = examplesOf(id);
    const required = syntaxesOf(subjects);

    test('where it finds something', () => {
      assert.deepEqual(syntaxesWhere(required, examples, isFoundIn), required);
    });

    test('where it finds nothing', () => {
      assert.deepEqual(syntaxesWhere(required, examples, isGoodIn), required);
    });
  });
}

group('a cause that spans files', () => {
  for (const id of acrossFiles) {
    test(`${id} leads to the other file`, () => {
      const places = examplesOf(id).flatMap(({ expected }) =>
        expected?.findings.flatMap(({ related = [] }) => related),
      );
      assert.ok(places.length > 0);
    });
  }

  for (const { id } of rules) {
    test(`${id}: no example has one cause told in two files`, () => {
      for (const { name, bad, expected } of examplesOf(id)) {
        assert.deepEqual(toldTwice(bad ?? new Map(), expected?.release ?? 'auto'), [], name);
      }
    });
  }
});

/** A secret has to leave every file it stands in; everything else is said where it is put right. */
const SAID_EVERYWHERE: ReadonlySet<string> = new Set(['secret-in-clear']);

function toldTwice(files: Files, release: Parameters<typeof lintFiles>[1]): readonly string[] {
  const paths = new Map<string, Set<string>>();
  for (const { rule, path, message } of lintFiles(files, release).findings) {
    if (SAID_EVERYWHERE.has(rule)) continue;
    const said = `${rule}: ${titleOf(message)}`;
    paths.set(said, (paths.get(said) ?? new Set()).add(path));
  }
  return [...paths].flatMap(([said, { size }]) => (size > 1 ? [said] : []));
}
