import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { readFile } from '../../src/core/documents/readFile';
import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import { lint } from '../../src/core/lint/lint';
import { SourceText } from '../../src/core/text/sourceText';
import { AGREEMENT, agreementTable } from './agreement';
import { causes } from './causes';
import { readRecording, recordings } from './recording';
import { namesIn, ruleSources } from './sources';
import { setupToCluster } from './setupToCluster';

/** When the recordings were made: after the end of the expired token, before the end of the others. */
const RECORDED = Date.UTC(2026, 10, 23, 19);

const kubernetes = createKubernetes(kubernetesData);
const sources = ruleSources();

describe('what is recorded is named by a rule', () => {
  for (const recording of recordings()) {
    it(recording.id, () => {
      const cause = causes[recording.id];
      assert.ok(cause, 'say in causes.ts which rule names it, or why none can');
      if ('none' in cause) return;
      const files = [...setupToCluster(recording), ...(cause.files ?? [])];
      const parsed = files.map(({ path, text }) => readFile(new SourceText(path, text)));
      const { findings } = lint(parsed, { kubernetes, target: '1.20', now: RECORDED });
      const found = new Set(findings.map(({ rule }) => rule));
      const missing = cause.rules.filter((rule) => !found.has(rule));
      assert.deepEqual(missing, [], `found: ${[...found].join(', ')}`);
    });
  }

  it('and is named on the page of that rule', () => {
    const missing = Object.entries(causes).flatMap(([id, cause]) =>
      'none' in cause
        ? []
        : cause.rules
            .filter((rule) => !sources.find((one) => one.rule === rule)?.recorded.includes(id))
            .map((rule) => `${rule}: ${id}`),
    );
    assert.deepEqual(missing, []);
  });

  it('only recordings that exist are explained', () => {
    const ids = new Set(recordings().map(({ id }) => id));
    assert.deepEqual(
      Object.keys(causes).filter((id) => !ids.has(id)),
      [],
    );
  });
});

describe('Secrets that the recorded API server refused are found, others are not', () => {
  const { cases } = readRecording('09m-bootstrap-token-apiserver-reasons') as {
    readonly cases: readonly {
      readonly case: string;
      readonly secret: {
        readonly type: string;
        readonly stringData: Readonly<Record<string, string>>;
        readonly name?: string;
      };
      readonly token: string;
      readonly httpStatus: number;
      readonly apiserverLogAtV4: readonly { readonly message: string }[];
    }[];
  };
  const lookedFor = (log: readonly { readonly message: string }[]): string | undefined =>
    /Bootstrap secret kube-system\/(\S+) matching/.exec(log[0]?.message ?? '')?.[1];

  for (const { case: title, secret, token, httpStatus, apiserverLogAtV4: log } of cases) {
    const { type, stringData, name = lookedFor(log) ?? `bootstrap-token-${stringData['token-id'] ?? ''}` } = secret;
    // Another token was shown than the Secret's: that is no fault of the Secret.
    const isOther =
      !name.endsWith(`-${token.split('.')[0] ?? ''}`) || !token.endsWith(stringData['token-secret'] ?? '');
    it(title, () => {
      const metadata = { name, namespace: 'kube-system' };
      const text = JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata, type, stringData });
      const parsed = [readFile(new SourceText('secret.json', text))];
      const { findings } = lint(parsed, { kubernetes, target: '1.20', now: RECORDED });
      const isFound = findings.some(({ rule }) => rule === 'bootstrap-token-invalid');
      assert.equal(isFound, httpStatus === 401 && !isOther);
    });
  }
});

describe('every rule about what happens rests on something', () => {
  const facts = new Set(
    (JSON.parse(readFileSync('data/behaviour.json', 'utf8')) as { facts: readonly { id: string }[] }).facts.map(
      ({ id }) => id,
    ),
  );
  const strictness = readFileSync('data/config-strictness.md', 'utf8');
  const folder = 'test/conformance/recordings/kubernetes-1.20.2';

  for (const { rule, group, recorded, facts: told } of sources) {
    if (!'ABCD'.includes(group)) continue;
    it(rule, () => {
      assert.ok(recorded.length + told.length > 0);
      for (const id of recorded) assert.ok(existsSync(`${folder}/${id}.json`), id);
      const rows = told.flatMap((item) => namesIn(item)).filter((name) => /^[a-z]+(?:\.[a-z0-9]+)+$/.test(name));
      for (const row of rows) {
        if (row.endsWith('.json') || row.endsWith('.md')) assert.ok(existsSync(`data/${row}`), row);
        else assert.ok(facts.has(row) || strictness.includes(`\`${row}\``) || strictness.includes(row), row);
      }
    });
  }
});

it('the agreement table is fresh', () => {
  assert.equal(readFileSync(AGREEMENT, 'utf8'), agreementTable(), 'run: npx tsx test/conformance/agreement.ts');
});
