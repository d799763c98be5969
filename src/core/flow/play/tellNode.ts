import type { FlowStepId } from '../flowStep';
import type { TimelineEvent } from '../timeline';
import type { Holding, Told } from './draftStep';
import { inFiles, kubeletHolds, nodeIs, storedCertificate } from './sets';
import { span } from './span';
import type { Telling } from './telling';

/** The end of a component that does not take its settings. */
export function tellRefusedSettings({ actor, details, step }: TimelineEvent): Told | undefined {
  if (details.level !== 'fatal' || step !== 'kubelet-start') return undefined;
  const component = actor === 'kube-apiserver' || actor === 'kube-controller-manager' ? actor : 'kubelet';
  const params = { component };
  return { step, from: component, to: component, text: 'settings-refused', params, result: 'fails' };
}

/** Steps of the kubelet's own process and its files. */
export function tellKubelet(event: TimelineEvent, telling: Telling): Told | undefined {
  const shared = event.machine === undefined ? undefined : tellShared(event, telling.title(event.machine));
  if (shared !== undefined) return shared;
  switch (event.kind) {
    case 'start':
      return tellStart(event, telling);
    case 'exit':
      return {
        ...alone('bootstrap-again'),
        text: 'exit',
        params: { code: String(event.details.exitCode) },
        result: 'fails',
      };
    case 'log':
    case 'http-error':
    case 'tls-error':
      return tellWords(event);
    case 'connections-closed':
      return tellConnectionsClosed(event);
    case 'node-register':
      return tellRegistered(event, telling);
    case 'node-ready':
      return { ...toServer('node-ready'), text: 'ready', sets: [nodeIs('True', telling.node(event))] };
    case 'summary':
      return { ...toServer('rotate'), text: 'spinning', result: 'fails' };
    default:
      return undefined;
  }
}

/** Those of the client that sends requests are told where they matter: by the request that goes wrong. */
function tellConnectionsClosed({ t, details }: TimelineEvent): Told | undefined {
  const isUntold = t < 60 || details.client === 'requests';
  return isUntold ? undefined : { ...toServer('switch-certificate'), text: 'connections-closed' };
}

/** What only happens where more than one kubelet is played. */
function tellShared({ kind, message, details }: TimelineEvent, machine: string): Told | undefined {
  const node = typeof details.node === 'string' ? details.node : '';
  if (kind === 'start' && details.run === 1) {
    return { step: 'kubelet-start', from: 'kubelet', to: 'files', text: 'start-on', params: { machine, node } };
  }
  if (kind !== 'log') return undefined;
  if (message.includes(' was previously registered')) {
    return { ...toServer('register-node'), text: 'registered-before', params: { machine }, result: 'fails' };
  }
  if (!message.startsWith('failed to update lease, error: Operation cannot')) return undefined;
  return { ...toServer('node-ready'), text: 'lease-conflict', params: { machine }, result: 'fails' };
}

function tellStart(event: TimelineEvent, telling: Telling): Told {
  const { details, message } = event;
  const isFirst = details.run === 1;
  const text = !isFirst || message !== '' ? 'start-again' : details.kubeconfigExists === true ? 'start-known' : 'start';
  const sets = isFirst ? foundAtStart(event, telling) : [];
  return { step: isFirst ? 'kubelet-start' : 'bootstrap-again', from: 'kubelet', to: 'files', text, sets };
}

/** What an operator or an earlier life of the node has left there. */
function foundAtStart(event: TimelineEvent, { certificates }: Telling): readonly Holding[] {
  const { details, evidence } = event;
  if (details.kubeconfigExists !== true) return [];
  const path = evidence.at(-1)?.value;
  const certificate = certificates(event).find(({ purpose }) => purpose === 'client');
  return [
    ...(path === undefined ? [] : [inFiles(path, 'kubeconfig')]),
    ...(certificate === undefined ? [] : [kubeletHolds(certificate)]),
  ].map((one) => ({ ...one, found: true }));
}

function tellRegistered(event: TimelineEvent, telling: Telling): Told {
  const node = telling.node(event);
  return { ...toServer('register-node'), text: 'register', params: { node }, sets: [nodeIs('False', node)] };
}

/** What a line of the kubelet's log tells, by the flow step it belongs to. */
function tellWords(event: TimelineEvent): Told | undefined {
  switch (event.step) {
    case 'bootstrap-credentials':
      return event.details.level === 'fatal'
        ? { step: event.step, from: 'files', to: 'kubelet', text: 'bootstrap-kubeconfig-refused', result: 'fails' }
        : tellCredentials(event);
    case 'create-csr':
      return { ...toServer(event.step), text: unsentText(event), result: 'fails' };
    case 'authenticate':
      return { step: event.step, from: 'kube-apiserver', to: 'kubelet', text: answer401(event), result: 'fails' };
    case 'authorize-create':
      return { step: event.step, from: 'kube-apiserver', to: 'kubelet', text: 'answer-403', result: 'fails' };
    case 'approve':
      return { ...alone(event.step), text: 'bootstrap-ends', result: 'fails' };
    case 'register-node':
      if (event.details.level === 'warning') return { ...alone(event.step), text: 'standalone', result: 'fails' };
      return { ...toServer(event.step), text: 'register-refused', result: 'fails' };
    case 'expire':
      return tellExpiry(event);
    case 'node-not-ready':
      return { ...toServer(event.step), text: 'status-lost', result: 'fails' };
    case 'serving-csr':
      return { ...alone(event.step), text: 'no-address', result: 'waits' };
    case 'bootstrap-again':
      return tellKubeconfig(event);
    default:
      return undefined;
  }
}

function tellCredentials({ evidence }: TimelineEvent): Told {
  const path = evidence[0]?.value;
  const sets = path === undefined ? [] : [{ ...inFiles(path, 'bootstrap-kubeconfig'), found: true } as const];
  return { step: 'bootstrap-credentials', from: 'files', to: 'kubelet', text: 'bootstrap-credentials', sets };
}

/** Why no request was created, when no permission was lacking. */
function unsentText({ message }: TimelineEvent): string {
  if (message.endsWith('could not find the requested resource')) return 'not-served';
  if (message.endsWith('use of closed network connection')) return 'connection-dropped';
  return message.startsWith('Unable to load a client') ? 'certificate-file-missing' : 'unreachable';
}

function answer401({ details }: TimelineEvent): string {
  return details.shows === undefined ? 'answer-401' : 'answer-401-outdated';
}

function tellExpiry({ kind, message, details }: TimelineEvent): Told | undefined {
  if (kind === 'http-error' && message.startsWith('Error updating node status')) {
    return { ...toServer('expire'), text: 'status-refused', result: 'fails' };
  }
  return details.level === 'fatal' ? { ...alone('expire'), text: 'gives-up', result: 'fails' } : undefined;
}

function tellKubeconfig({ details }: TimelineEvent): Told {
  const at = { step: 'bootstrap-again', from: 'files', to: 'kubelet' } as const;
  return details.level === 'fatal'
    ? { ...at, text: 'cannot-bootstrap', result: 'fails' }
    : { ...at, text: 'kubeconfig-expired' };
}

/** Steps in which a file on the node appears. */
export function tellFile(event: TimelineEvent, telling: Telling): Told | undefined {
  const path = typeof event.details.path === 'string' ? event.details.path : '';
  const file = path.slice(path.lastIndexOf('/') + 1);
  const params = { file, path };
  const text = fileText(event.step, file);
  if (text === undefined || event.step === undefined) return undefined;
  const certificate = telling.certificates(event).find((one) => one.file === path);
  const mode = typeof event.details.mode === 'string' ? event.details.mode : undefined;
  const sets =
    certificate === undefined
      ? [inFiles(path, 'kubeconfig', { mode })]
      : storedCertificate(event, certificate, telling);
  return { ...toFiles(event.step), text, params, sets };
}

function fileText(step: FlowStepId | undefined, file: string): string | undefined {
  switch (step) {
    case 'store-certificate':
      return 'store';
    case 'switch-certificate':
      return 'store-renewed';
    case 'write-kubeconfig':
      return 'kubeconfig';
    case 'serving-certificate':
      return file === 'kubelet.crt' ? 'self-signed' : 'store-serving';
    default:
      return undefined;
  }
}

/** Steps that time and the node controller bring. */
export function tellEnd(event: TimelineEvent, telling: Telling): Told | undefined {
  if (event.kind === 'certificate-expired') {
    const off = event.evidence.some(({ value }) => value !== 'true');
    return {
      step: 'expire',
      from: 'files',
      to: 'kubelet',
      text: off ? 'expired-rotation-off' : 'expired',
      params: { when: span(event.t) },
      result: 'fails',
      sets: expired(event, telling),
    };
  }
  if (event.kind === 'node-notready' && event.actor === 'kube-controller-manager') {
    return {
      step: 'node-not-ready',
      from: 'kube-controller-manager',
      to: 'kube-apiserver',
      text: 'not-ready',
      params: { when: span(event.t) },
      result: 'fails',
      sets: [nodeIs('Unknown', telling.node(event))],
    };
  }
  return undefined;
}

/** The client certificate that ends at an event. */
function expired(event: TimelineEvent, { certificates }: Telling): readonly Holding[] {
  const ended = certificates(event).find(
    ({ purpose, notAfter }) => purpose === 'client' && notAfter === event.details.notAfter_s,
  );
  return ended ? [kubeletHolds(ended, true)] : [];
}

function alone(step: Told['step']): Pick<Told, 'step' | 'from' | 'to'> {
  return { step, from: 'kubelet', to: 'kubelet' };
}

function toServer(step: Told['step']): Pick<Told, 'step' | 'from' | 'to'> {
  return { step, from: 'kubelet', to: 'kube-apiserver' };
}

function toFiles(step: Told['step']): Pick<Told, 'step' | 'from' | 'to'> {
  return { step, from: 'kubelet', to: 'files' };
}
