import type { Release } from '../../../src/core/kubernetes/release';
import { releaseOf } from '../../../src/core/kubernetes/release';
import type { Operation, ScenarioRun } from '../../../src/core/flow/scenarioRun';
import type { HandMade, ShortBinding } from './handMadeCluster';

const PREFIX = 'system:certificates.k8s.io:certificatesigningrequests:';
const DAY = 86_400;

const BINDINGS: readonly ShortBinding[] = [
  ['system:node-bootstrapper', 'Group:system:bootstrappers'],
  ['system:node-bootstrapper', 'User:kubelet-bootstrap'],
  [`${PREFIX}nodeclient`, 'Group:system:bootstrappers'],
  [`${PREFIX}selfnodeclient`, 'Group:system:nodes'],
  [`${PREFIX}selfnodeserver`, 'Group:system:nodes'],
  ['approve-nodeclient', 'Group:system:bootstrappers'],
  ['approve-selfnodeclient', 'Group:system:nodes'],
  ['approve-selfnodeserver', 'Group:system:nodes'],
  ['cluster-admin', 'User:kubelet-bootstrap'],
];

const ROLES = Object.fromEntries(
  ['nodeclient', 'selfnodeclient', 'selfnodeserver'].map((name) => [
    `approve-${name}`,
    `certificatesigningrequests/${name}`,
  ]),
);

/** Numbers that look random and are the same in every run. */
export class Draws {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A number from 0 up to, but not, 1. */
  next(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return this.#state / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[Math.floor(this.next() * items.length)] ?? items[0];
  }
}

export interface RandomCase {
  readonly cluster: HandMade;
  readonly run: ScenarioRun;
}

/** Returns a cluster and a run that belong to a seed: any release, any mixture of settings, helpers and faults. */
export function randomCase(seed: number): RandomCase {
  const draws = new Draws(seed);
  for (let skip = 0; skip < 5; skip += 1) draws.next();
  const release = releaseOf(4 + Math.floor(draws.next() * 33));
  return { cluster: randomCluster(draws, release), run: randomRun(draws, seed) };
}

function randomCluster(draws: Draws, release: Release): HandMade {
  const duration = draws.pick(['8760h', '87600h', '24h', '1h', '15m', '5m', '1s', 'nonsense']);
  return {
    release,
    roles: ROLES,
    bindings: BINDINGS.filter(() => draws.chance(0.6)),
    kubelet: {
      'rotate-certificates': draws.chance(0.6),
      'rotate-server-certificates': draws.chance(0.4),
      'require-kubeconfig': draws.chance(0.8),
      ...(draws.chance(0.1) && { 'bootstrap-kubeconfig': '' }),
    },
    kubeletGates: {
      RotateKubeletClientCertificate: draws.chance(0.8),
      RotateKubeletServerCertificate: draws.chance(0.6),
    },
    controllerManagerGates: { RotateKubeletServerCertificate: draws.chance(0.5) },
    controllerManager: {
      'cluster-signing-duration': duration,
      'experimental-cluster-signing-duration': duration,
      ...(draws.chance(0.1) && { 'cluster-signing-key-file': '' }),
      ...(draws.chance(0.1) && { controllers: '*,-csrapproving' }),
      ...(draws.chance(0.05) && { controllers: '*,-csrsigning' }),
      ...(draws.chance(0.1) && { 'use-service-account-credentials': 'false' }),
    },
  };
}

function randomRun(draws: Draws, seed: number): ScenarioRun {
  const until = draws.pick([600, 3 * DAY, 500 * DAY, 3000 * DAY]);
  return {
    id: `random-${String(seed)}`,
    until,
    rotationFraction: 0.7 + 0.2 * draws.next(),
    operations: Array.from({ length: Math.floor(draws.next() * 4) }, () => randomOperation(draws, until)),
    ...(draws.chance(0.6) && { restartAfter: draws.pick([1, 10, 600]) }),
    ...(draws.chance(0.4) && { approveAfter: { client: 30, ...(draws.chance(0.5) && { serving: 400 }) } }),
    ...(draws.chance(0.8) && { bootstrapToken: randomToken(draws) }),
    ...(draws.chance(0.3) && { bootstrapTokenLasts: DAY }),
    ...(draws.chance(0.3) && { bootstrapKubeconfigLasts: 60 }),
    ...(draws.chance(0.1) && { apiServerFault: draws.pick(['down', 'other-ca', 'renewed-ca']) }),
    ...(draws.chance(0.1) && { signingCaTrusted: false }),
    ...(draws.chance(0.2) && { view: 'complete' as const }),
    ...(draws.chance(0.15) && { existingKubeconfig: randomKubeconfig(draws) }),
  };
}

function randomToken(draws: Draws): NonNullable<ScenarioRun['bootstrapToken']> {
  if (draws.chance(0.15)) return 'unknown';
  return {
    username: draws.pick(['kubelet-bootstrap', 'somebody']),
    groups: draws.chance(0.8) ? ['system:bootstrappers'] : [],
  };
}

function randomKubeconfig(draws: Draws): NonNullable<ScenarioRun['existingKubeconfig']> {
  return { style: draws.pick(['files', 'embedded']), notBefore: -DAY, notAfter: draws.pick([-60, 3600, 300 * DAY]) };
}

function randomOperation(draws: Draws, until: number): Operation {
  const t = Math.floor(draws.next() * until);
  const csr = draws.pick(['client', 'serving'] as const);
  switch (draws.pick(['approve', 'deny', 'delete', 'stop', 'start', 'key', 'replace'] as const)) {
    case 'approve':
      return { t, type: 'approve-csr', csr };
    case 'deny':
      return { t, type: 'deny-csr', csr };
    case 'delete':
      return { t, type: 'delete-csr', csr };
    case 'stop':
      return { t, type: 'stop-kubelet' };
    case 'start':
      return { t, type: 'start-kubelet', bootstrapKubeconfig: draws.chance(0.7) };
    case 'key':
      return { t, type: 'give-signing-key' };
    case 'replace':
      return { t, type: 'replace-client-certificate', file: 'by-hand.pem', notBefore: t - 10, notAfter: t + DAY };
  }
}
