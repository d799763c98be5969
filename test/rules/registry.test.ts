import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe as group, test } from 'node:test';
import type { ParsedFile } from '../../src/core/documents/document';
import type { Rule } from '../../src/core/lint/rule';
import { rules } from '../../src/core/lint/rules/index';
import { examplesOf, parse, rulesFolder, type Example, type Files } from './examples';

const groups: Readonly<Record<Rule['group'], string>> = {
  A: 'A: will it start?',
  B: 'B: will the node get its first certificate?',
  C: 'C: will it live longer than its first certificate?',
  D: 'D: the serving certificate',
  E: 'E: who may talk to the kubelet, and as whom',
  F: 'F: comments of this program',
};

const scopes: Readonly<Record<Rule['scope'], string>> = {
  file: 'one file',
  cluster: 'all files together',
  silencing: 'all files together',
};

const headings = ['What happens', 'Bad', 'Good', 'When it does not apply', 'Sources'];

const flagPlaces = ['an EnvironmentFile', 'a unit', 'a drop-in'] as const;
const containerPlaces = ['a container'] as const;
const configurationPlaces = ['KubeletConfiguration in YAML', 'KubeletConfiguration in JSON'] as const;
const kubeadmPlaces = ['a kubeadm file'] as const;
const argumentPlaces = ['a kubeadm map', 'a kubeadm list'] as const;
const rbacPlaces = ['RBAC in YAML', 'a List', 'RBAC in JSON'] as const;

type Place =
  | (typeof flagPlaces)[number]
  | (typeof containerPlaces)[number]
  | (typeof configurationPlaces)[number]
  | (typeof rbacPlaces)[number]
  | (typeof argumentPlaces)[number]
  | (typeof kubeadmPlaces)[number];

const has = ({ documents }: ParsedFile, type: string): boolean => documents.some((document) => document.type === type);
const isJson = ({ source }: ParsedFile): boolean => source.text.startsWith('{');
const isUnit = ({ kind, source }: ParsedFile, extension: string): boolean =>
  kind === 'systemd-unit' && source.path.endsWith(extension);

const isThere: Readonly<Record<Place, (file: ParsedFile) => boolean>> = {
  'an EnvironmentFile': ({ kind }) => kind === 'environment-file',
  'a unit': (file) => isUnit(file, '.service'),
  'a drop-in': (file) => isUnit(file, '.conf'),
  'a container': (file) => has(file, 'flags') && /^\s+containers:/m.test(file.source.text),
  'KubeletConfiguration in YAML': (file) => has(file, 'kubelet-configuration') && !isJson(file),
  'KubeletConfiguration in JSON': (file) => has(file, 'kubelet-configuration') && isJson(file),
  'a kubeadm file': (file) => has(file, 'kubeadm'),
  'a kubeadm map': (file) => has(file, 'kubeadm') && /ExtraArgs:\n +[\w-]+:/i.test(file.source.text),
  'a kubeadm list': (file) => has(file, 'kubeadm') && /ExtraArgs:\n +- name:/i.test(file.source.text),
  'RBAC in YAML': (file) => has(file, 'rbac') && !isJson(file),
  'RBAC in JSON': (file) => has(file, 'rbac') && isJson(file),
  'a List': (file) => has(file, 'rbac') && !isJson(file) && /^kind: List$/m.test(file.source.text),
};

/** The file kinds in which each rule can find something. */
const placesByRule: Readonly<Record<string, readonly Place[]>> = {
  'api-version-removed': [...configurationPlaces, ...kubeadmPlaces, ...rbacPlaces],
  'config-field-type': [...configurationPlaces, ...kubeadmPlaces],
  'config-field-unknown': [...configurationPlaces, ...kubeadmPlaces],
  'feature-gate-locked': [...flagPlaces, ...argumentPlaces, ...configurationPlaces],
  'feature-gate-malformed': [...flagPlaces, ...argumentPlaces, ...configurationPlaces],
  'feature-gate-not-yet': [...flagPlaces, ...argumentPlaces, ...configurationPlaces],
  'feature-gate-redundant': [...flagPlaces, ...argumentPlaces, ...configurationPlaces],
  'feature-gate-removed': [...flagPlaces, ...argumentPlaces, ...containerPlaces, ...configurationPlaces],
  'feature-gate-unknown': [...flagPlaces, ...argumentPlaces, ...containerPlaces, ...configurationPlaces],
  'flag-deprecated': [...flagPlaces, ...argumentPlaces, ...containerPlaces],
  'flag-malformed': [...flagPlaces, ...argumentPlaces, ...containerPlaces],
  'flag-not-yet': [...flagPlaces, ...argumentPlaces, ...containerPlaces],
  'flag-removed': [...flagPlaces, ...argumentPlaces, ...containerPlaces],
  'flag-repeated': [...flagPlaces, ...containerPlaces],
  'flag-unknown': [...flagPlaces, ...argumentPlaces, ...containerPlaces],
  'unused-silencing': ['an EnvironmentFile', 'a unit', 'KubeletConfiguration in YAML', 'RBAC in YAML'],
  'yaml-syntax': ['KubeletConfiguration in YAML', 'RBAC in YAML', 'a List'],
};

test('the list of rules is the folders, each id once', () => {
  const folders = readdirSync(rulesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.deepEqual(rules.map(({ id }) => id).sort(), folders.map(({ name }) => name).sort());
});

for (const rule of rules) {
  group(rule.id, () => {
    const page = readFileSync(join(rulesFolder, rule.id, 'README.md'), 'utf8');

    test('the page has the frame of all pages', () => {
      const parts = page.split(/\n\s*\n/);
      assert.equal(parts[0], `# ${rule.id}`);
      assert.match(parts[1] ?? '', /^[A-Z][^\n]+\.$/, 'one sentence on one line comes first');
      const [severity, group_, scope, fixable] = tableRow(page);
      const assumed = rule.lifeCycle ? '; warning while the release is only assumed' : '';
      assert.deepEqual(
        [severity, group_, scope],
        [`${rule.severity}${assumed}`, groups[rule.group], scopes[rule.scope]],
      );
      assert.notEqual(fixable, undefined);
      assert.deepEqual(
        [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1]),
        headings,
      );
    });

    test('the page links to nothing that is missing', () => {
      const links = [...page.matchAll(/\]\(([^)#]+)/g)].flatMap((match) => match[1] ?? []);
      const missing = links.filter(
        (link) => !link.startsWith('https:') && !existsSync(join(rulesFolder, rule.id, link)),
      );
      assert.deepEqual(missing, []);
    });

    test('every text fills in what its rule gives', () => {
      for (const text of Object.values(rule.messages)) assert.match(text, /^\S.*\S$/);
    });

    const examples = examplesOf(rule.id);

    test('every example says what it expects, and what the fix makes of it', () => {
      assert.ok(examples.length > 0);
      for (const { name, bad, fixed, expected } of examples) {
        if (bad) assert.ok(expected && expected.findings.length > 0, `${name} expects nothing`);
        if (bad) assert.equal(fixed !== undefined, expected?.fix !== null, `${name}: fixed files and the fix's name`);
        if (!bad) assert.equal(fixed, undefined, `${name} has a fixed file and no bad one`);
      }
    });

    test('there is a bad, a good and, where it can be fixed, a fixed example', () => {
      const isFixable = tableRow(page)[3] !== 'no';
      for (const part of isFixable ? (['bad', 'fixed', 'good'] as const) : (['bad', 'good'] as const)) {
        assert.ok(
          examples.some((example) => example[part]),
          part,
        );
      }
    });

    for (const place of placesOf(rule)) {
      test(`there is an example in ${place}`, () => {
        assert.ok(examples.some((example) => findsIn(example, place)));
      });
    }
  });
}

function tableRow(page: string): readonly string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| `) && !/^\| (?:Severity|---)/.test(line)) ?? '';
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** Of the rules of groups B to E `hostSyntaxes.test.ts` tells. */
function placesOf({ id, group: letter }: Rule): readonly Place[] {
  const places = 'BCDE'.includes(letter) ? [] : placesByRule[id];
  assert.ok(places, `say in which file kinds ${id} can find something`);
  return places;
}

function findsIn({ bad, expected }: Example, place: Place): boolean {
  return (expected?.findings ?? []).some(({ path }) => bad !== undefined && isPlace(path, bad, place));
}

function isPlace(path: string, files: Files, place: Place): boolean {
  const [file] = parse(new Map([[path, files.get(path) ?? '']]));
  return file !== undefined && isThere[place](file);
}
