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

/** Runs the controllers that deal with requests. */
export class KubeControllerManager {
  readonly #approving: Csrapproving | GroupApprove;
  readonly #signing: Csrsigning;
  readonly #cleaner: Csrcleaner;

  constructor(
    private readonly world: World,
    apiServer: KubeApiserver,
  ) {
    const settings = new ControllerManagerSettings(world);
    this.#approving =
      world.behaviour.clientApproval === 'group-flag'
        ? new GroupApprove(world, apiServer)
        : new Csrapproving(world, apiServer, settings);
    this.#signing = new Csrsigning(world, apiServer, settings);
    this.#cleaner = new Csrcleaner(world, apiServer, settings);
    apiServer.requests.watch((request, change) => {
      this.#react(request, change);
    });
  }

  #react(request: CertificateSigningRequest, change: RequestChange): void {
    if (change === 'deleted') return;
    this.#cleaner.watch(request);
    this.world.queue.after(REACTION, () => {
      if (change === 'created') this.#approving.sync(request);
      if (change === 'condition') this.#signing.sync(request);
    });
  }
}
