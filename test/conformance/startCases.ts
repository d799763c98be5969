import { simulate } from '../../src/core/flow/simulate';
import { startFailure } from '../../src/core/flow/start/startFailure';
import { tokenFileFailure } from '../../src/core/flow/start/tokenFileFailure';
import { clusterOf } from './play';
import { readRecording } from './recording';
import { unitOf, type SetupFile } from './setupToCluster';

/** One recorded start of one program (14-flags). */
export interface StartCase {
  readonly component: 'kubelet' | 'kube-controller-manager' | 'kube-apiserver';
  readonly args: readonly string[];
  readonly exitCode: number | string;
  readonly lines: readonly { readonly level?: string; readonly message: string }[];
  readonly note?: string;
}

/** Returns the recorded starts, in their order. */
export function startCases(): readonly StartCase[] {
  return (readRecording('14-flags') as { readonly runs: readonly StartCase[] }).runs;
}

/** Returns the last words of a start: undefined when the program ran on, empty when it ended and no line was kept. */
export function recordedEnd({ exitCode, lines }: StartCase): string | undefined {
  if (typeof exitCode !== 'number') return undefined;
  return (
    lines.find(({ level, message }) => level === 'fatal' || message.startsWith('Error: '))?.message ??
    lines.at(-1)?.message ??
    ''
  );
}

/** What configuration files held that were not kept, as the notes say. */
const CONFIGURATIONS: Readonly<Record<string, unknown>> = {
  'same, rotateCertificates: true': { rotateCertificates: true },
  'feature gate in config off + serverTLSBootstrap': {
    serverTLSBootstrap: true,
    featureGates: { RotateKubeletServerCertificate: false },
  },
  'unknown gate in config': { featureGates: { NoSuchGate: true } },
  'client gate false in config + rotateCertificates': {
    rotateCertificates: true,
    featureGates: { RotateKubeletClientCertificate: false },
  },
};

/** Why a start is not played, by its last words or its note. */
const UNPLAYED: readonly (readonly [RegExp, string])[] = [
  [/^failed to load Kubelet config file /, 'values of another type in a configuration file, or no such file'],
  [
    /load bootstrap kubeconfig: (?!stat )|^certificate-authority-data/,
    'what a broken bootstrap kubeconfig holds was not kept',
  ],
  [/^mkdir |^Error: open /, 'files and folders outside of what the simulation knows'],
  [
    /^unknown tls version |^Error: invalid port value |^Error: \[service-account-issuer/,
    'flags that have nothing to do with bootstrapping',
  ],
  [/is not in the list of known controllers$|^\["cluster-signing-/, 'values that only one component checks'],
  [/^Error: token file /, 'a file of one short row is not taken for a token file'],
];

/** Returns why a start is not played; undefined when it is. */
export function unplayedReason(start: StartCase): string | undefined {
  const texts = [recordedEnd(start) ?? '', start.note ?? ''];
  return UNPLAYED.find(([pattern]) => texts.some((text) => pattern.test(text)))?.[1];
}

/** Returns the last words that the simulation has for a start; undefined when it goes on. */
export function simulatedEnd(start: StartCase): string | undefined {
  const cluster = clusterOf(filesOf(start));
  if (start.component !== 'kubelet') {
    const component = [...cluster.controllerManagers, ...cluster.apiServers][0];
    return ((component && startFailure(component, '1.20')) ?? tokenFileFailure(cluster))?.message;
  }
  const run = { id: '14-flags', view: 'complete', until: 3, bootstrapKubeconfigLasts: -1 } as const;
  const { events } = simulate(cluster, run);
  return events.find(({ actor, details }) => actor === 'kubelet' && details.level === 'fatal')?.message;
}

function filesOf({ component, args, note = '' }: StartCase): readonly SetupFile[] {
  const files: SetupFile[] = [{ path: `${component}.service`, text: unitOf(component, args) }];
  const [, rows] = /^token file content: '(.*)'$/.exec(note) ?? [];
  if (rows !== undefined) files.push({ path: valueOf(args, '--token-auth-file='), text: rows.replaceAll('\\n', '\n') });
  if (component !== 'kubelet') return files;
  const configuration = { apiVersion: 'kubelet.config.k8s.io/v1beta1', kind: 'KubeletConfiguration' };
  return [...files, { path: 'config.yaml', text: JSON.stringify(Object.assign(configuration, CONFIGURATIONS[note])) }];
}

function valueOf(args: readonly string[], prefix: string): string {
  return args.findLast((flag) => flag.startsWith(prefix))?.slice(prefix.length) ?? '';
}
