import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatGithub } from '../../src/cli/formatGithub';
import type { Report } from '../../src/cli/report';
import type { RuleEntry } from '../../src/cli/ruleEntries';
import { oldKubelet } from './fixtures';
import { call } from './harness';

const words = ['lint', '-', '--stdin-filename', 'etc/kube let', '--kubernetes-version', '1.36', '--format'];

interface SarifRegion {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

interface Sarif {
  version: string;
  runs: {
    tool: { driver: { name: string; rules: { id: string }[] } };
    columnKind: string;
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: SarifRegion } }[];
      fixes: {
        artifactChanges: { replacements: { deletedRegion: SarifRegion; insertedContent: { text: string } }[] }[];
      }[];
    }[];
  }[];
}

test('SARIF 2.1.0 with rule, place and fix', async () => {
  const { out } = await call([...words, 'sarif'], { input: oldKubelet });
  const { version, runs } = JSON.parse(out) as Sarif;
  assert.equal(version, '2.1.0');
  const [run] = runs;
  assert.ok(run);
  assert.equal(run.columnKind, 'utf16CodeUnits');
  const [result] = run.results;
  assert.ok(result);
  assert.deepEqual([result.ruleId, result.level], ['flag-removed', 'error']);
  assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, 'flag-removed');
  const location = result.locations[0]?.physicalLocation;
  assert.equal(location?.artifactLocation.uri, 'etc/kube%20let');
  assert.deepEqual(location.region, { startLine: 3, startColumn: 2, endLine: 3, endColumn: 37 });
  const replacement = result.fixes[0]?.artifactChanges[0]?.replacements[0];
  assert.ok(replacement);
  assert.equal(replacement.deletedRegion.startLine, 3);
});

test('one GitHub annotation a finding', async () => {
  const { out } = await call([...words, 'github'], { input: oldKubelet });
  assert.match(out, /^::error file=etc\/kube let,line=3,endLine=3,col=2,endColumn=37,title=flag-removed::[^\n]+\n$/);
});

test('what would end an annotation is escaped', () => {
  const report: Report = {
    target: '1.36',
    contradictions: [],
    targetSource: 'default',
    files: [],
    findings: [
      {
        path: 'a,b:c',
        rule: 'r',
        severity: 'info',
        message: '100%\nsure',
        start: { line: 1, column: 1 },
        end: { line: 2, column: 1 },
        fixes: [],
        docs: '',
        step: null,
        related: [],
      },
    ],
  };
  assert.equal(formatGithub(report), '::notice file=a%2Cb%3Ac,line=1,endLine=2,title=r::100%25%0Asure\n');
});

test('rules as JSON: every key of every rule, and a page that is there', async () => {
  const { status, out } = await call(['rules', '--format', 'json']);
  assert.equal(status, 0);
  const entries = JSON.parse(out) as RuleEntry[];
  assert.ok(entries.length > 0);
  for (const entry of entries) {
    assert.deepEqual(Object.keys(entry).sort(), ['docs', 'group', 'id', 'lifeCycle', 'severity', 'step', 'summary']);
  }
});

test('rules as text: one line each', async () => {
  const { out } = await call(['rules']);
  assert.match(out, /^flag-removed +error +.+$/m);
});
