import type { Operation, ScenarioRun } from '../../src/core/flow/scenarioRun';
import type { RecordedCertificate, RecordedEvent, Recording } from './recording';

/** Returns how to play a recording: what the operator did and when, how long, and the rotation deadlines that were drawn. */
export function setupToRun(recording: Recording): ScenarioRun {
  const { setup, events } = recording;
  const fractions = recordedFractions(recording);
  return {
    id: recording.id,
    view: 'complete',
    until: events.at(-1)?.t ?? 0,
    operations: operations(recording),
    nodeAddress: '10.77.1.1',
    ...startOf(recording.certificates),
    ...(setup.node !== undefined && { nodeName: setup.node }),
    ...(fractions.length > 0 && { rotationFractions: fractions }),
    ...(setup.existingKubeconfig && {
      existingKubeconfig: {
        style: setup.existingKubeconfig.style.includes('embedded') ? ('embedded' as const) : ('files' as const),
        notBefore: setup.existingKubeconfig.notBefore_s,
        notAfter: setup.existingKubeconfig.notAfter_s,
      },
    }),
  };
}

/** Everything that was done to the kubelet or a request after its first start. */
function operations({ events }: Recording): readonly Operation[] {
  const requests = new Map<unknown, 'client' | 'serving'>();
  const found: Operation[] = [];
  for (const event of events) {
    if (event.kind === 'csr-create') requests.set(event.details?.name, purposeOf(event));
    const operation = operationOf(event, requests.get(event.details?.name) ?? 'client');
    if (operation !== undefined) found.push(operation);
  }
  return found;
}

function operationOf({ t, actor, kind, details }: RecordedEvent, csr: 'client' | 'serving'): Operation | undefined {
  const run = typeof details?.run === 'number' ? details.run : 1;
  const command = typeof details?.command === 'string' ? details.command : '';
  if (kind === 'csr-approve' && actor === 'admin') return { t, type: 'approve-csr', csr };
  if (kind === 'csr-deny') return { t, type: 'deny-csr', csr };
  if (kind === 'kubectl' && command.startsWith('kubectl delete csr')) return { t, type: 'delete-csr', csr: 'client' };
  if (kind === 'stop') return { t, type: 'stop-kubelet' };
  if (kind === 'start' && run > 1) return { t, type: 'start-kubelet', bootstrapKubeconfig: hasBootstrapFlag(details) };
  return undefined;
}

function hasBootstrapFlag(details: RecordedEvent['details']): boolean {
  const flags = Array.isArray(details?.flags) ? (details.flags as readonly unknown[]) : [];
  return flags.some((flag) => typeof flag === 'string' && /^--(?:experimental-)?bootstrap-kubeconfig=/.test(flag));
}

function purposeOf({ details }: RecordedEvent): 'client' | 'serving' {
  return details?.signerName === 'kubernetes.io/kubelet-serving' ? 'serving' : 'client';
}

/** The name of the self-signed certificate tells the second of the first start. */
function startOf(certificates: readonly RecordedCertificate[]): Pick<ScenarioRun, 'startsAt'> {
  const selfSigned = certificates.find(({ path }) => path.endsWith('/kubelet.crt'));
  const made = Number(selfSigned?.subject.CN.split('@')[1]);
  if (selfSigned === undefined || Number.isNaN(made)) return {};
  return { startsAt: (made - (selfSigned.notBefore_s + 3600)) * 1000 };
}

const RENEWAL = 'system:node:';

/** Where in its life each client certificate was renewed, by the requests that followed it. */
function recordedFractions({ csrs }: Recording): readonly number[] {
  const client = csrs.filter(({ signerName }) => signerName === 'kubernetes.io/kube-apiserver-client-kubelet');
  return client.flatMap((request, index) => {
    const next = client[index + 1];
    const certificate = (request as { certificate?: RecordedCertificate }).certificate;
    if (next === undefined || certificate === undefined || !next.username.startsWith(RENEWAL)) return [];
    return [(next.created_s - certificate.notBefore_s) / (certificate.notAfter_s - certificate.notBefore_s)];
  });
}
