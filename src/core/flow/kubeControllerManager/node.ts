import type { Cancel } from '../clock/queue';
import type { ControlPlane } from '../start/controlPlane';
import type { World } from '../world';
import { downUntil } from '../kubeApiserver/connection';
import type { Evidence } from '../timeline';

/** How often the node controller looks, in seconds. */
const MONITOR_PERIOD = 5;

/** The controller that calls a node NotReady once its heartbeats have stopped. */
export class NodeLifecycle {
  #pending: Cancel | undefined;

  constructor(
    private readonly world: World,
    private readonly controlPlane: ControlPlane,
  ) {}

  /** The node's last heartbeat was at `last`; unless more come, it turns NotReady when the grace period is over. */
  heartbeatStopped(last: number, evidence: readonly Evidence[]): void {
    if (!this.controlPlane.controllerManagerRuns || this.#pending !== undefined) return;
    const grace = this.controlPlane.behaviour.nodeMonitorGrace;
    const seen = Math.ceil((last + grace) / MONITOR_PERIOD) * MONITOR_PERIOD;
    this.#pending = this.world.queue.at(seen, () => {
      const isUpAt = downUntil(this.world.run, this.world.now);
      if (isUpAt !== undefined) {
        this.#pending = undefined;
        this.heartbeatStopped(isUpAt, evidence);
        return;
      }
      this.world.recorder.report({
        actor: 'kube-controller-manager',
        kind: 'node-notready',
        message: 'Kubelet stopped posting node status.',
        details: { status: 'Unknown', reason: 'NodeStatusUnknown' },
        evidence,
        step: 'node-not-ready',
      });
      this.world.setReady('Unknown');
    });
  }

  /** Heartbeats come again. */
  heartbeatResumed(): void {
    this.#pending?.();
    this.#pending = undefined;
  }
}
