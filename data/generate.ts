import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { ConfigField } from './derive/configFields';
import { deriveFlags, type CuratedFlag, type FoundType } from './derive/flags';
import { format } from './derive/format';
import { deriveGates, type GateFacts } from './derive/gates';
import { deriveReleases } from './derive/releases';
import { readJson, readReleases } from './derive/sources';

const DATA = dirname(fileURLToPath(import.meta.url));
const GENERATED = join(DATA, '../src/core/kubernetes/generated');

/** The text of every generated file by name, made from the facts in this folder; the same facts give the same text. */
export function generate(folder: string = DATA): Map<string, string> {
  const releases = readReleases(folder);
  const { fields } = readJson<{ fields: ConfigField[] }>(folder, 'config-fields.json');
  const { flags: curated } = readJson<{ flags: CuratedFlag[] }>(folder, 'flags.json');
  const { flags: found } = readJson<{ flags: FoundType[] }>(folder, 'flag-types.json');
  const gates = readJson<GateFacts>(folder, 'feature-gates.json');
  return new Map([
    ['releases.json', format(deriveReleases(releases), 1)],
    ['flags.json', format(deriveFlags({ releases, curated, found, fields }), 2)],
    ['gates.json', format(deriveGates(releases, gates), 1)],
  ]);
}

/** Names of the generated files that are missing or differ from what the facts give now. */
export function staleFiles(): string[] {
  return [...generate()]
    .filter(([name, text]) => !existsSync(join(GENERATED, name)) || readFileSync(join(GENERATED, name), 'utf8') !== text)
    .map(([name]) => name);
}

function write(): void {
  mkdirSync(GENERATED, { recursive: true });
  for (const [name, text] of generate()) {
    writeFileSync(join(GENERATED, name), text);
    console.log(`${name}: ${text.length} characters`);
  }
}

function check(): void {
  const stale = staleFiles();
  if (stale.length === 0) return;
  console.error(`Out of date in src/core/kubernetes/generated: ${stale.join(', ')}. Run: tsx data/generate.ts`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--check')) check();
  else write();
}
