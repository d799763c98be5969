import type { NodeObject, StatusReporter } from '../kubeApiserver/nodeObject';
import type { Cancel } from '../clock/queue';
import type { ControlPlane } from '../start/controlPlane';
import type { World } from '../world';
import { downUntil } from '../kubeApiserver/connection';
import type { Evidence } from '../timeline';

/** How often the node controller looks, in seconds. */
const MONITOR_PERIOD = 5;

/** The controller that calls a node NotReady once its heartbeats have stopped: all of them, when more than one kubelet sends some. */
export class NodeLifecycle {
  #pending: Cancel | undefined;

  constructor(
    private readonly world: World,
    private readonly controlPlane: ControlPlane,
    readonly node: NodeObject,
  ) {}

  /** A kubelet posts no more; unless another does, the node turns NotReady when the grace period is over. */
  heartbeatStopped(reporter: StatusReporter, evidence: readonly Evidence[]): void {
    const { lastReport } = reporter;
    this.node.leave(reporter);
    if (!this.node.isReported) this.#turnNotReady(lastReport, evidence);
  }

  /** A kubelet posts again. */
  heartbeatResumed(reporter: StatusReporter): void {
    this.#pending?.();
    this.#pending = undefined;
    this.node.join(reporter);
  }

  #turnNotReady(last: number, evidence: readonly Evidence[]): void {
    if (this.controlPlane.controllerManagerFailure !== undefined || this.#pending !== undefined) return;
    const grace = this.controlPlane.behaviour.nodeMonitorGrace;
    const seen = Math.ceil((last + grace) / MONITOR_PERIOD) * MONITOR_PERIOD;
    this.#pending = this.world.queue.at(seen, () => {
      const isUpAt = downUntil(this.world.run, this.world.now);
      if (isUpAt !== undefined) {
        this.#pending = undefined;
        this.#turnNotReady(isUpAt, evidence);
        return;
      }
      this.world.recorder.report({
        actor: 'kube-controller-manager',
        kind: 'node-notready',
        message: 'Kubelet stopped posting node status.',
        details: { node: this.node.name, status: 'Unknown', reason: 'NodeStatusUnknown' },
        evidence,
        step: 'node-not-ready',
      });
      this.node.setReady('Unknown');
    });
  }
}
