import type { ComponentName } from '../../documents/component';
import { isAtLeast, type Release } from '../../kubernetes/release';
import type { WhatIfEffect, WhatIfForm, WhatIfKind } from './whatIf';

const SWITCH = ['true', 'false'];
const BINDING = ['present', 'absent'];

interface Range {
  readonly since?: Release;
  readonly until?: Release;
}

/** A flag, field or gate; the ranges are those of flags.json, gates.json and fields.json in the project's data. */
function setting(
  id: string,
  name: string,
  component: ComponentName,
  range: Range,
  form: WhatIfForm,
  offered: readonly string[],
): WhatIfKind {
  return kind(id, { type: 'setting', component, name }, form, offered, range);
}

function flag(
  component: ComponentName,
  name: string,
  range: Range,
  form: WhatIfForm,
  offered: readonly string[],
): WhatIfKind {
  return setting(name, `--${name}`, component, range, form, offered);
}

function kubeletSwitch(name: string, range: Range): WhatIfKind {
  return setting(name, name, 'kubelet', range, 'choice', SWITCH);
}

function binding(name: string, resource: string, role: string, group: string, since: Release): WhatIfKind {
  return kind(`${name}-binding`, { type: 'binding', resource, role, group }, 'choice', BINDING, { since });
}

function fault(
  id: Exclude<WhatIfEffect['type'], 'setting' | 'binding'>,
  form: WhatIfForm,
  offered: readonly string[],
): WhatIfKind {
  return kind(id, { type: id }, form, offered, {});
}

function kind(
  id: string,
  effect: WhatIfEffect,
  form: WhatIfForm,
  offered: readonly string[],
  { since = '1.4', until }: Range,
): WhatIfKind {
  return { id, effect, form, offered, since, until };
}

const MANAGER = 'kube-controller-manager';
const CSR = 'certificatesigningrequests';
const ROLES = `system:certificates.k8s.io:${CSR}`;
const BOOTSTRAPPERS = 'system:bootstrappers';
const DURATIONS = ['10m', '24h', '8760h', '87600h'];

/** Everything that can be asked of a play, in the order in which it is offered. */
export const whatIfs: readonly WhatIfKind[] = [
  flag('kubelet', 'rotate-certificates', { since: '1.8', until: '1.10' }, 'choice', SWITCH),
  kubeletSwitch('rotateCertificates', { since: '1.11' }),
  kubeletSwitch('serverTLSBootstrap', { since: '1.11' }),
  kubeletSwitch('RotateKubeletClientCertificate', { since: '1.7', until: '1.18' }),
  kubeletSwitch('RotateKubeletServerCertificate', { since: '1.7' }),
  flag(MANAGER, 'experimental-cluster-signing-duration', { since: '1.7', until: '1.18' }, 'duration', DURATIONS),
  flag(MANAGER, 'cluster-signing-duration', { since: '1.19' }, 'duration', DURATIONS),
  flag(MANAGER, 'cluster-signing-key-file', {}, 'text', ['', '/etc/kubernetes/pki/ca.key']),
  flag(MANAGER, 'controllers', { since: '1.7' }, 'text', ['*,-csrapproving', '*', '*,-csrsigning', '*,-csrcleaner']),
  flag('kube-apiserver', 'anonymous-auth', { since: '1.5' }, 'choice', SWITCH),
  flag('kube-apiserver', 'authorization-mode', {}, 'text', ['AlwaysAllow', 'Node,RBAC']),
  binding('node-bootstrapper', CSR, 'system:node-bootstrapper', BOOTSTRAPPERS, '1.6'),
  binding('nodeclient', `${CSR}/nodeclient`, `${ROLES}:nodeclient`, BOOTSTRAPPERS, '1.7'),
  binding('selfnodeclient', `${CSR}/selfnodeclient`, `${ROLES}:selfnodeclient`, 'system:nodes', '1.7'),
  fault('client-approval', 'duration', ['10m', '1d', 'never']),
  fault('serving-approver', 'duration', ['5m', 'never']),
  fault('token-expiry', 'offset', ['1d', '-1s']),
  fault('api-server-down', 'span', ['30d..31d', '0s..10m']),
  kind('node-address', { type: 'node-address' }, 'choice', ['none'], { since: '1.12' }),
  fault('node-clock', 'offset', ['-80d', '1h']),
  fault('control-plane-clock', 'offset', ['1h', '-1h']),
  fault('kubelet-restart', 'moment', ['30d', '366d']),
  fault('node-off', 'span', ['30d..400d']),
  kind('control-plane-upgrade', { type: 'control-plane-upgrade' }, 'release-at', ['1.36@30d'], { until: '1.35' }),
  fault('file-deleted', 'file-at', ['bootstrap-kubeconfig@1m', 'kubeconfig@30d', 'client-certificate@30d']),
];

/** Returns whether a what-if means something in a release. */
export function appliesIn({ since, until }: WhatIfKind, release: Release): boolean {
  return isAtLeast(release, since) && (until === undefined || isAtLeast(until, release));
}

/** Returns the what-ifs of a release, in the order in which they are offered. */
export function whatIfsOf(release: Release): readonly WhatIfKind[] {
  return whatIfs.filter((one) => appliesIn(one, release));
}
