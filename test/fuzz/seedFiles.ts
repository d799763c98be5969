import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { examplesOf, rulesFolder, type Files } from '../rules/examples';

/** Files that belong together, and what to call them. */
export interface FileSet {
  readonly name: string;
  readonly files: Files;
}

const corpora = ['test/corpus/quiet', 'media/samples'];

/** Returns every file set that the project has: the examples of all rules, the correct sets, the samples. */
export function seedFiles(): readonly FileSet[] {
  return [...examples(), ...corpora.flatMap(foldersOf)].filter(({ files }) => files.size > 0);
}

function examples(): readonly FileSet[] {
  const rules = readdirSync(rulesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return rules.flatMap(({ name: rule }) =>
    examplesOf(rule).flatMap(({ name, bad, good }) =>
      [bad, good].flatMap((files) => (files ? [{ name: `${rule}/${name}`, files }] : [])),
    ),
  );
}

function foldersOf(root: string): readonly FileSet[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name: join(root, name), files: filesBelow(join(root, name)) }));
}

function filesBelow(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  return new Map(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
}
