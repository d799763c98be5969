import type { CertificateSigningRequest, RequestChange } from '../kubeApiserver/certificateSigningRequests';
import type { KubeApiserver } from '../kubeApiserver/kubeApiserver';
import type { World } from '../world';
import { ControllerManagerSettings } from './controllerManagerSettings';
import { Csrapproving } from './csrapproving';
import { Csrcleaner } from './csrcleaner';
import { Csrsigning } from './csrsigning';
import { GroupApprove } from './groupApprove';

/** Seconds until a controller has seen a change: the recordings show it within their resolution of 0.1 s. */
const REACTION = 0.02;

/** Seconds until a controller manager that was started again does its work (recorded: 1.6). */
const RESTART = 1.6;

/** Runs the controllers that deal with requests. */
export class KubeControllerManager {
  readonly #approving: Csrapproving | GroupApprove;
  readonly #signing: Csrsigning;
  readonly #cleaner: Csrcleaner;
  readonly #settings: ControllerManagerSettings;

  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
    isRunning: boolean,
  ) {
    const settings = new ControllerManagerSettings(world);
    this.#settings = settings;
    this.#approving =
      world.behaviour.clientApproval === 'group-flag'
        ? new GroupApprove(world, apiServer)
        : new Csrapproving(world, apiServer, settings);
    this.#signing = new Csrsigning(world, apiServer, settings);
    this.#cleaner = new Csrcleaner(world, apiServer, settings);
    if (!isRunning) return;
    apiServer.requests.watch((request, change) => {
      this.#react(request, change);
    });
  }

  /** Starts again with a key to sign with, and signs what has been approved meanwhile. */
  giveSigningKey(): void {
    this.#settings.hasKeyByHand = true;
    this.world.queue.after(RESTART, () => {
      for (const request of this.apiServer.requests.all) this.#signing.sync(request);
    });
  }

  #react(request: CertificateSigningRequest, change: RequestChange): void {
    if (change === 'deleted') return;
    this.#cleaner.watch(request);
    this.world.queue.after(REACTION, () => {
      this.apiServer.whenUp(() => {
        if (change === 'created') this.#approving.sync(request);
        if (change === 'condition') this.#signing.sync(request);
      });
    });
  }
}
