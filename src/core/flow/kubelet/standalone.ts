import { isAtLeast } from '../../kubernetes/release';
import type { NodeWorld } from '../nodeWorld';

/** Reports that the kubelet runs without an API server (recorded on 1.20; boot.require for 1.4–1.7). */
export function reportStandalone({ recorder, release, paths }: NodeWorld): void {
  recorder.report({
    actor: 'kubelet',
    kind: 'log',
    message: isAtLeast(release, '1.8') ? 'standalone mode, no API client' : 'no api servers specified',
    details: { level: 'warning' },
    evidence: [paths.kubeconfig.evidence],
    step: 'register-node',
  });
}
