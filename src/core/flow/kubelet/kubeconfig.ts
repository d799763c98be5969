import type { FlowStepId } from '../flowStep';
import type { Evidence } from '../timeline';
import type { NodeWorld } from '../nodeWorld';
import { bootstrapKubeconfigFailure } from './bootstrapKubeconfigFailure';
import type { KubeletProcess } from './kubeletProcess';
import type { NodeState } from './nodeState';
import { fatalExitCode } from './exitCode';
import { isAtLeast } from '../../kubernetes/release';

/** What the kubelet decides when it looks at its two kubeconfigs. */
export type BootstrapDecision =
  | { readonly type: 'use-kubeconfig' | 'bootstrap' }
  /** No API server is to be spoken to. */
  | { readonly type: 'standalone' }
  | { readonly type: 'fail'; readonly message: string; readonly evidence: Evidence; readonly step: FlowStepId };

/** Decides whether to bootstrap, and says why not (boot.skip.exists, boot.skip.valid, boot.missing.bootstrapfile, boot.require). */
export function decideBootstrap(
  world: NodeWorld,
  state: NodeState,
  process: KubeletProcess,
  isBackground: boolean,
): BootstrapDecision {
  const { kubeconfig, bootstrapKubeconfig } = world.paths;
  if (kubeconfig.value === '' || !isToldOfServer(world)) return { type: 'standalone' };
  if (!process.hasBootstrapKubeconfig || bootstrapKubeconfig.value === '') {
    if (state.kubeconfig !== undefined) return { type: 'use-kubeconfig' };
    const problem = isBackground ? 'unable to load kubeconfig' : 'invalid kubeconfig';
    return missing(`${problem}: stat ${kubeconfig.value}: no such file or directory`, bootstrapKubeconfig.evidence);
  }
  if (state.kubeconfig !== undefined) {
    const certificate = state.kubeconfigCertificate;
    if (world.behaviour.skipsWhenKubeconfigExists) return { type: 'use-kubeconfig' };
    if (certificate !== undefined && certificate.notAfter > world.nodeTime) return { type: 'use-kubeconfig' };
    if (certificate !== undefined) reportExpiredKubeconfig(world, certificate.notAfter, kubeconfig.evidence);
  }
  return readBootstrapKubeconfig(world, state);
}

/** In 1.8 and 1.9 --kubeconfig has a default, but only a flag makes the kubelet look for an API server (boot.require). */
function isToldOfServer({ release, kubelet, reader }: NodeWorld): boolean {
  if (kubelet === undefined || !isAtLeast(release, '1.8') || isAtLeast(release, '1.10')) return true;
  const isGiven = [kubelet.kubeconfig, kubelet.bootstrapKubeconfig].some(({ state }) => state !== 'absent');
  return isGiven || reader.flag(kubelet, 'require-kubeconfig', 'false').value === 'true';
}

function readBootstrapKubeconfig(world: NodeWorld, state: NodeState): BootstrapDecision {
  const { value, evidence } = world.paths.bootstrapKubeconfig;
  if (!state.hasBootstrapFile || world.now > (world.run.bootstrapKubeconfigLasts ?? Infinity)) {
    return missing(`unable to load bootstrap kubeconfig: stat ${value}: no such file or directory`, evidence);
  }
  const failure = bootstrapKubeconfigFailure(world);
  return failure ? { type: 'fail', step: 'bootstrap-credentials', ...failure } : { type: 'bootstrap' };
}

function missing(message: string, evidence: Evidence): BootstrapDecision {
  return { type: 'fail', message, evidence, step: 'bootstrap-again' };
}

/** Where last words belong in the story. */
export interface LastWordsNote {
  readonly kind: 'log' | 'http-error' | 'tls-error';
  readonly evidence: readonly Evidence[];
  readonly step: FlowStepId;
}

/** Ends the kubelet with its last words. */
export function failToRun(world: NodeWorld, process: KubeletProcess, reason: string, note: LastWordsNote): void {
  reportLastWords(world, `failed to run Kubelet: ${reason}`, note);
  process.exit(fatalExitCode(world.release));
}

/** Reports what the kubelet says as it ends. */
export function reportLastWords({ recorder }: NodeWorld, message: string, note: LastWordsNote): void {
  recorder.report({ actor: 'kubelet', message, details: { level: 'fatal' }, ...note });
}

function reportExpiredKubeconfig(world: NodeWorld, notAfter: number, evidence: Evidence): void {
  const time = world.clock.goTime(notAfter);
  const message = isAtLeast(world.release, '1.14')
    ? `part of the existing bootstrap client certificate is expired: ${time}`
    : `Part of the existing bootstrap client certificate is expired: ${time}`;
  world.recorder.report({ actor: 'kubelet', kind: 'log', message, evidence: [evidence], step: 'bootstrap-again' });
}
