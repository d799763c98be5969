import type { ParsedFile } from '../../src/core/documents/document';
import type { FlagComponent } from '../../src/core/kubernetes/data';
import { isAtLeast, type Release } from '../../src/core/kubernetes/release';
import type { RuleSubjects, Subject } from './ruleSubjects';

type Recognise = (file: ParsedFile) => boolean;

const has = ({ documents }: ParsedFile, type: string): boolean => documents.some((document) => document.type === type);
const hasInside = ({ embedded }: ParsedFile, type: string): boolean => embedded.some((file) => has(file, type));
const says =
  (pattern: RegExp): Recognise =>
  ({ source }) =>
    pattern.test(source.text);
const both =
  (...conditions: readonly Recognise[]): Recognise =>
  (file) =>
    conditions.every((condition) => condition(file));

const isScript: Recognise = ({ kind }) => kind === 'shell-script';
const isYaml: Recognise = ({ kind, source }) => kind === 'kubernetes-yaml' && !/^\uFEFF?\{/.test(source.text);
const isJson: Recognise = ({ kind, source }) => kind === 'kubernetes-yaml' && /^\uFEFF?\{/.test(source.text);
const isUnit =
  (extension: string): Recognise =>
  ({ kind, source }) =>
    kind === 'systemd-unit' && source.path.endsWith(extension);
const holds =
  (type: string): Recognise =>
  (file) =>
    has(file, type);
const carries =
  (type: string): Recognise =>
  (file) =>
    hasInside(file, type);

const variables = ({ documents }: ParsedFile): readonly (string | undefined)[] =>
  documents
    .flatMap((document) => (document.type === 'flags' ? document.commandLines : []))
    .map((line) => line.variable);

/** A KubeletConfiguration in a file whose name says that it is merged into another (`--config-dir`). */
const isConfigurationDropIn: Recognise = (file) =>
  has(file, 'kubelet-configuration') && file.source.path.endsWith('.conf');

const isPlainYaml = both(isYaml, says(/^(?!#cloud-config)/), (file) => !isConfigurationDropIn(file));

/** How each host syntax is told from the others. */
const syntaxes = {
  'a unit': isUnit('.service'),
  'a drop-in': isUnit('.conf'),
  'an EnvironmentFile': (file) =>
    file.kind === 'environment-file' && variables(file).some((variable) => variable !== undefined),
  'a list of flags': (file) => file.kind === 'environment-file' && variables(file).includes(undefined),
  'cloud-init': both(says(/^\uFEFF?#cloud-config/), carries('flags')),
  Ignition: both(says(/"ignition":/), carries('flags')),
  Ansible: both(says(/^- /m), says(/^\s+(?:ansible\.builtin\.)?(?:copy|blockinfile):/m), carries('flags')),
  'a heredoc of a script': both(isScript, says(/<<-?\s*['"]?\w+/), carries('flags')),
  'an array of a script': both(isScript, says(/\w\+?=\(\s/), holds('flags')),
  'a command of a script': both(isScript, (file) => variables(file).includes(undefined)),
  'a static pod': both(says(/^kind: Pod$/m), holds('flags')),
  'a DaemonSet': both(says(/^kind: DaemonSet$/m), holds('flags')),
  'a kubeadm map': both(holds('kubeadm'), says(/ExtraArgs:\n(?: *#.*\n)* +[\w-]+:/i)),
  'a kubeadm list': both(holds('kubeadm'), says(/ExtraArgs:\n(?: *#.*\n)* *- /i)),
  'KubeletConfiguration in YAML': both(isPlainYaml, holds('kubelet-configuration'), (file) => !has(file, 'kubeadm')),
  'KubeletConfiguration in JSON': both(isJson, holds('kubelet-configuration')),
  'KubeletConfiguration in a ConfigMap': both(says(/^kind: ConfigMap$/m), carries('kubelet-configuration')),
  'KubeletConfiguration in a kubeadm file': both(holds('kubeadm'), holds('kubelet-configuration')),
  'a drop-in of KubeletConfiguration': isConfigurationDropIn,
  'RBAC in YAML': both(isYaml, holds('rbac'), says(/^kind: (?!List$)/m)),
  'a List': both(isYaml, holds('rbac'), says(/^kind: List$/m)),
  'RBAC in JSON': both(isJson, holds('rbac')),
  'RBAC by kubectl': both(isScript, says(/kubectl/), holds('rbac')),
  'a request in YAML': both(isYaml, holds('certificate-signing-request'), says(/^kind: (?!List$)/m)),
  'a List of requests': both(isYaml, holds('certificate-signing-request'), says(/^kind: List$/m)),
  'a request in JSON': both(isJson, holds('certificate-signing-request')),
  'a request in a script': both(isScript, carries('certificate-signing-request')),
  'a kubeconfig in YAML': both(isYaml, holds('kubeconfig')),
  'a kubeconfig in JSON': both(isJson, holds('kubeconfig')),
  'a kubeconfig by kubectl': both(isScript, says(/kubectl config/), carries('kubeconfig')),
  'a Secret in YAML': both(isYaml, holds('bootstrap-token')),
  'a Secret in JSON': both(isJson, holds('bootstrap-token')),
  'a Secret by kubectl': both(
    isScript,
    says(/kubectl/),
    (file) => has(file, 'bootstrap-token') || hasInside(file, 'bootstrap-token'),
  ),
  'a token of kubeadm': holds('kubeadm'),
  'a token file': ({ kind }) => kind === 'token-file',
  'a token file of a script': both(isScript, (file) => has(file, 'token-file') || hasInside(file, 'token-file')),
} satisfies Readonly<Record<string, Recognise>>;

export type HostSyntax = keyof typeof syntaxes;

/** Returns whether a file is written in a host syntax. */
export function isWrittenIn(file: ParsedFile, syntax: HostSyntax): boolean {
  return syntaxes[syntax](file);
}

/** Returns the host syntaxes in which a rule can find something, by what it looks at. */
export function syntaxesOf({ subjects, until }: RuleSubjects): readonly HostSyntax[] {
  return [...new Set(subjects.flatMap((subject) => syntaxesFor(subject, until)))];
}

function syntaxesFor(subject: Subject, until: Release | undefined): readonly HostSyntax[] {
  switch (subject.on) {
    case 'flag':
      return [...hostsOfFlags(subject.of), ...(subject.is === 'written' ? kubeadmArguments(subject.of, until) : [])];
    case 'field':
      return hostsOfFields(subject.is, until);
    case 'rbac':
      return ['RBAC in YAML', 'a List', 'RBAC in JSON', 'RBAC by kubectl'];
    case 'request':
      return ['a request in YAML', 'a List of requests', 'a request in JSON', 'a request in a script'];
    case 'kubeconfig':
      return ['a kubeconfig in YAML', 'a kubeconfig in JSON', 'a kubeconfig by kubectl'];
    case 'kubeconfig without secret':
      return ['a kubeconfig in YAML', 'a kubeconfig in JSON'];
    case 'token Secret':
      return ['a Secret in YAML', 'a Secret in JSON', 'a Secret by kubectl'];
    case 'kubeadm token':
      return ['a token of kubeadm'];
    case 'token file':
      return ['a token file', 'a token file of a script'];
  }
}

/** The control plane runs as static pods; a kubelet cannot start itself as one, but was run by DaemonSets. */
function hostsOfFlags(component: FlagComponent): readonly HostSyntax[] {
  return [
    'a unit',
    'a drop-in',
    'an EnvironmentFile',
    'a list of flags',
    'cloud-init',
    'Ignition',
    'Ansible',
    'a heredoc of a script',
    'an array of a script',
    'a command of a script',
    component === 'kubelet' ? 'a DaemonSet' : 'a static pod',
  ];
}

/**
 * What kubeadm is told is never a whole command line: nothing is missing there. `kubeletExtraArgs` came with v1alpha2 of
 * 1.11, lists with v1beta4 of 1.31 (kubernetes cmd/kubeadm/app/apis/kubeadm).
 */
function kubeadmArguments(component: FlagComponent, until: Release | undefined): readonly HostSyntax[] {
  const hasMap = component !== 'kubelet' || until === undefined || isAtLeast(until, '1.11');
  const hasList = until === undefined || isAtLeast(until, '1.31');
  return [...(hasMap ? (['a kubeadm map'] as const) : []), ...(hasList ? (['a kubeadm list'] as const) : [])];
}

/**
 * kubeadm completes what it is given, and a drop-in what another file holds: in neither is anything missing. Directories
 * of drop-ins are merged from 1.30.
 */
function hostsOfFields(is: 'written' | 'missing', until: Release | undefined): readonly HostSyntax[] {
  const whole: readonly HostSyntax[] = [
    'KubeletConfiguration in YAML',
    'KubeletConfiguration in JSON',
    'KubeletConfiguration in a ConfigMap',
  ];
  if (is === 'missing') return whole;
  const hasDropIns = until === undefined || isAtLeast(until, '1.30');
  return [
    ...whole,
    'KubeletConfiguration in a kubeadm file',
    ...(hasDropIns ? (['a drop-in of KubeletConfiguration'] as const) : []),
  ];
}
