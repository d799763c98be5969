import type { CertificateSigningRequest, RequestChange } from '../kubeApiserver/certificateSigningRequests';
import type { KubeApiserver } from '../kubeApiserver/kubeApiserver';
import type { ControlPlane } from '../start/controlPlane';
import type { World } from '../world';
import { ControllerManagerSettings } from './controllerManagerSettings';
import { Csrapproving } from './csrapproving';
import { Csrcleaner } from './csrcleaner';
import { Csrsigning } from './csrsigning';
import { GroupApprove } from './groupApprove';
import { Tokencleaner } from './tokencleaner';

/** Seconds until a controller has seen a change: the recordings show it within their resolution of 0.1 s. */
const REACTION = 0.02;

/** Seconds until a controller manager that was started again does its work (recorded: 1.6). */
const RESTART = 1.6;

/** Runs the controllers that deal with requests. */
export class KubeControllerManager {
  readonly #groupApprove: GroupApprove;
  readonly #csrapproving: Csrapproving;
  readonly #signing: Csrsigning;
  readonly #cleaner: Csrcleaner;
  readonly #settings: ControllerManagerSettings;

  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
    private readonly controlPlane: ControlPlane,
  ) {
    const settings = new ControllerManagerSettings(world, controlPlane);
    this.#settings = settings;
    this.#groupApprove = new GroupApprove(world, apiServer, controlPlane, settings);
    this.#csrapproving = new Csrapproving(world, apiServer, controlPlane, settings);
    this.#signing = new Csrsigning(world, apiServer, controlPlane, settings);
    this.#cleaner = new Csrcleaner(world, apiServer, controlPlane, settings);
    controlPlane.onUpgrade(() => {
      this.#lookAtAll();
    });
    apiServer.requests.watch((request, change) => {
      this.#react(request, change);
    });
    new Tokencleaner(world, apiServer, controlPlane, settings);
    this.#lookAtAll();
  }

  /** Starts again with a key to sign with, and signs what has been approved meanwhile. */
  giveSigningKey(): void {
    this.#settings.hasKeyByHand = true;
    this.world.queue.after(RESTART, () => {
      for (const request of this.apiServer.requests.all) this.#signing.sync(request);
    });
  }

  get #approving(): Csrapproving | GroupApprove {
    return this.controlPlane.behaviour.clientApproval === 'group-flag' ? this.#groupApprove : this.#csrapproving;
  }

  /** A controller manager that starts finds what waits. */
  #lookAtAll(): void {
    for (const request of this.apiServer.requests.all) {
      if (!request.deleted) this.#react(request, request.condition === undefined ? 'created' : 'condition');
    }
  }

  #react(request: CertificateSigningRequest, change: RequestChange): void {
    const { controllerManagerFailure: failure } = this.controlPlane;
    if (failure !== undefined) request.unattended = [failure.evidence];
    if (change === 'deleted' || failure !== undefined) return;
    this.#cleaner.watch(request);
    this.apiServer.whenUpIn(REACTION, () => {
      if (change === 'created') this.#approving.sync(request);
      if (change === 'condition') this.#signing.sync(request);
    });
  }
}
