import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { readFile } from '../../src/core/documents/readFile';
import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import { messageCatalogue } from '../../src/core/lint/catalogue';
import type { Finding } from '../../src/core/lint/finding';
import { lint } from '../../src/core/lint/lint';
import { rules } from '../../src/core/lint/rules/index';
import { renderMessage } from '../../src/core/messages/message';
import { SourceText } from '../../src/core/text/sourceText';
import { readRecording, recordings } from './recording';
import { setupToCluster, unitOf, type SetupFile } from './setupToCluster';

interface Start {
  readonly component: 'kubelet' | 'kube-controller-manager' | 'kube-apiserver';
  readonly args: readonly string[];
  readonly exitCode: number | string;
  readonly lines: readonly { readonly level?: string; readonly message: string }[];
  readonly note?: string;
}

const CONTRADICTION = /serverTLSBootstrap true requires feature gate RotateKubeletServerCertificate/;

/** What each recorded text is found as, and the part of it that the finding quotes. */
const EXPECTED: readonly (readonly [
  text: RegExp,
  rules: readonly string[],
  quote: (match: RegExpExecArray) => string,
])[] = [
  [/unknown flag: --\S+/, ['flag-unknown', 'flag-removed', 'flag-not-yet'], ([whole]) => whole],
  [/unknown shorthand flag: '.' in \S+/, ['flag-malformed'], ([whole]) => whole],
  [/unknown command/, ['flag-malformed'], ([whole]) => whole],
  [/does not take any arguments/, ['flag-malformed'], ([whole]) => whole],
  [/for "--feature-gates" flag: (malformed pair, expect string=bool)/, ['feature-gate-malformed'], (m) => m[1] ?? ''],
  [/for "--feature-gates" flag: (missing bool value for \w+)/, ['feature-gate-malformed'], (m) => m[1] ?? ''],
  [/err: (strconv\.ParseBool: parsing "\w+": invalid syntax)/, ['feature-gate-malformed'], (m) => m[1] ?? ''],
  [CONTRADICTION, ['server-gate-contradiction'], () => 'RotateKubeletServerCertificate'],
  [/unrecognized feature gate: \w+/, ['feature-gate-unknown'], ([whole]) => whole],
  [/cannot set feature gate .* is locked to \w+/, ['feature-gate-locked'], ([whole]) => whole],
  [/for "--(?!feature-gates)[\w-]+" flag: (.*)/, ['flag-malformed'], (m) => m[1] ?? ''],
  [/ReadBool: expect t or f, but found "/, ['config-field-type'], ([whole]) => whole],
];

const OUR_RULES = new Set([
  ...rules.filter(({ group }) => group === 'A').map(({ id }) => id),
  'server-gate-contradiction',
]);

const kubernetes = createKubernetes(kubernetesData);
const catalogue = messageCatalogue(rules);

/** What stops a component according to the rules about flags, gates, fields and files. */
function errorsIn(files: readonly SetupFile[]): readonly Finding[] {
  const parsed = files.map(({ path, text }) => readFile(new SourceText(path, text)));
  const { findings } = lint(parsed, { kubernetes, target: '1.20' });
  return findings.filter(({ rule, severity }) => severity === 'error' && OUR_RULES.has(rule));
}

function assertFound(findings: readonly Finding[], lastWords: string | undefined): void {
  const told = findings.map((finding) => `${finding.rule}: ${renderMessage(finding.message, catalogue)}`);
  for (const [pattern, ids, quote] of EXPECTED) {
    const match = lastWords === undefined ? null : pattern.exec(lastWords);
    if (!match) continue;
    assert.equal(findings.length, 1, told.join('\n'));
    assert.ok(ids.includes(findings[0]?.rule ?? ''), told.join('\n'));
    assert.ok(told[0]?.includes(quote(match)), `${told[0] ?? ''}\ndoes not quote ${quote(match)}`);
    return;
  }
  assert.deepEqual(told, [], lastWords);
}

const wordsOf = ({ exitCode, lines }: Start): string | undefined =>
  typeof exitCode === 'number'
    ? lines.find(({ level, message }) => level === 'fatal' || message.startsWith('Error: '))?.message
    : undefined;

/** The configuration of a run, which the recorder kept only in words. */
const CONFIGURATIONS: Readonly<Record<string, string>> = {
  'feature gate in config off + serverTLSBootstrap':
    'serverTLSBootstrap: true\nfeatureGates: {RotateKubeletServerCertificate: false}',
  'unknown gate in config': 'featureGates: {NoSuchGate: true}',
  'client gate false in config + rotateCertificates':
    'rotateCertificates: true\nfeatureGates: {RotateKubeletClientCertificate: false}',
  'unknown field rotateCertificate': 'rotateCertificate: true',
  'string for bool': 'rotateCertificates: "true"',
  'experimental field name': 'serverTLSBootstrap: "yes"',
  'same, rotateCertificates: true': 'rotateCertificates: true',
};

describe('starts as recorded: what stopped a component is a finding, and nothing else is an error', () => {
  const { runs } = readRecording('14-flags') as { readonly runs: readonly Start[] };
  runs.forEach((start, index) => {
    it(`${String(index)} ${start.component} ${start.args.join(' ')} ${start.note ?? ''}`, () => {
      const configuration = CONFIGURATIONS[start.note ?? ''] ?? '';
      const head = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';
      const findings = errorsIn([
        { path: `${start.component}.service`, text: unitOf(start.component, start.args) },
        ...(start.component === 'kubelet' ? [{ path: 'config.yaml', text: `${head}${configuration}\n` }] : []),
      ]);
      // The program printed its usage and nothing else was kept.
      const isCut = start.exitCode === 255 && start.lines.length === 0;
      assertFound(findings, isCut ? `unknown flag: ${start.args.at(-1)?.split('=')[0] ?? ''}` : wordsOf(start));
    });
  });
});

describe('flags, gates and files of components that ran as recorded: no error', () => {
  for (const recording of recordings()) {
    const { controllerManagerFlags = [] } = recording.setup;
    // The recorder described some command lines instead of listing them.
    const described = controllerManagerFlags.some((flag) => !flag.startsWith('--'));
    const setup = described ? { ...recording.setup, controllerManagerFlags: [] } : recording.setup;
    it(recording.id, () => {
      const words = recording.events
        .map(({ message }) => message)
        .find((message) =>
          message.includes('serverTLSBootstrap true requires feature gate RotateKubeletServerCertificate'),
        );
      assertFound(errorsIn(setupToCluster({ ...recording, setup })), words);
    });
  }

  const { cases } = readRecording('14b-flag-precedence') as {
    readonly cases: readonly {
      readonly case: string;
      readonly configFileFields: Readonly<Record<string, unknown>> | null;
      readonly flags: readonly string[];
      readonly lines: readonly string[];
    }[];
  };
  for (const recorded of cases) {
    it(recorded.case, () => {
      const head = { apiVersion: 'kubelet.config.k8s.io/v1beta1', kind: 'KubeletConfiguration' };
      const files = [
        {
          path: 'kubelet.service',
          text: unitOf('kubelet', ['--config=/etc/kubernetes/config.yaml', ...recorded.flags]),
        },
        { path: 'config.yaml', text: JSON.stringify({ ...head, ...recorded.configFileFields }) },
      ];
      assertFound(
        errorsIn(files),
        recorded.lines.find((line) =>
          line.includes('serverTLSBootstrap true requires feature gate RotateKubeletServerCertificate'),
        ),
      );
    });
  }
});
