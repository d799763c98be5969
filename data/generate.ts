import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { deriveApiVersions, type ApiVersionFacts } from './derive/apiVersions';
import { carryForward } from './derive/carryForward';
import { deriveConfigFields, type ConfigField, type ConfigKind } from './derive/configFields';
import { deriveFlags, type CuratedFlag, type FoundType } from './derive/flags';
import { format } from './derive/format';
import { deriveGates, type GateFacts } from './derive/gates';
import { deriveKubeadm, type KubeadmFacts } from './derive/kubeadm';
import { derivePurposes, type PurposeFacts } from './derive/purposes';
import { deriveRbac, type RbacFacts } from './derive/rbac';
import { deriveReleases } from './derive/releases';
import { readJson, readReleases } from './derive/sources';

const DATA = dirname(fileURLToPath(import.meta.url));
const GENERATED = join(DATA, '../src/core/kubernetes/generated');

/** The text of every generated file by name, made from the facts in this folder; the same facts give the same text. */
export function generate(folder: string = DATA): Map<string, string> {
  const releases = readReleases(folder);
  const newest = releases.at(-1)?.version ?? '';
  const read = (path: string): unknown => carryForward(readJson(folder, path), newest);
  const { _meta, fields } = read('config-fields.json') as { _meta: { kinds: ConfigKind[] }; fields: ConfigField[] };
  const { flags: curated } = read('flags.json') as { flags: CuratedFlag[] };
  const { flags: found } = read('flag-types.json') as { flags: FoundType[] };
  return new Map([
    ['apiVersions.json', format(deriveApiVersions(read('api-versions.json') as ApiVersionFacts), 2)],
    ['fields.json', format(deriveConfigFields(_meta.kinds, fields), 3)],
    ['flags.json', format(deriveFlags({ releases, curated, found, fields }), 2)],
    ['gates.json', format(deriveGates(releases, read('feature-gates.json') as GateFacts), 1)],
    ['kubeadm.json', format(deriveKubeadm(read('kubeadm-fields.json') as KubeadmFacts), 4)],
    ['purposes.json', format(derivePurposes(read('purposes.json') as PurposeFacts), 1)],
    ['rbac.json', format(deriveRbac(read('rbac.json') as RbacFacts), 3)],
    ['releases.json', format(deriveReleases(releases), 1)],
  ]);
}

/** Names of the generated files that are missing or differ from what the facts give now. */
export function staleFiles(): string[] {
  return [...generate()]
    .filter(
      ([name, text]) => !existsSync(join(GENERATED, name)) || readFileSync(join(GENERATED, name), 'utf8') !== text,
    )
    .map(([name]) => name);
}

function write(): void {
  mkdirSync(GENERATED, { recursive: true });
  let total = 0;
  for (const [name, text] of generate()) {
    writeFileSync(join(GENERATED, name), text);
    total += text.length;
    console.log(`${String(text.length).padStart(7)} ${name}`);
  }
  console.log(`${String(total).padStart(7)} characters in all`);
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
