import {
  bootstrapTokenForm as form,
  type BootstrapTokenDocument,
} from '../../documents/bootstrapToken/bootstrapTokenDocument';
import type { KubeApiserver } from '../kubeApiserver/kubeApiserver';
import { expirationOf } from '../kubeApiserver/userOfSecret';
import type { ControlPlane } from '../start/controlPlane';
import type { World } from '../world';
import type { ControllerManagerSettings } from './controllerManagerSettings';

/** Seconds until a controller has read what there is at its start. */
const REACTION = 0.02;

/** The controller that deletes bootstrap tokens when they expire. Off unless `--controllers` names it, as kubeadm does. */
export class Tokencleaner {
  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
    private readonly controlPlane: ControlPlane,
    private readonly settings: ControllerManagerSettings,
  ) {
    const watched = apiServer.tokenSecrets.all.filter(isWatched);
    if (watched.length === 0 || !settings.runs('tokencleaner').value) return;
    for (const secret of watched) this.#watch(secret);
  }

  #watch(secret: BootstrapTokenDocument): void {
    const expiration = expirationOf(secret);
    if (expiration === undefined) return;
    const expires = (expiration - this.world.run.startsAt) / 1000 - this.world.serverClockAhead;
    if (expires > this.world.run.until) return;
    this.world.queue.at(Math.max(REACTION, expires), () => {
      this.apiServer.whenUp(() => {
        this.#delete(secret);
      });
    });
  }

  #delete(secret: BootstrapTokenDocument): void {
    if (this.controlPlane.controllerManagerFailure !== undefined || !this.settings.runs('tokencleaner').value) return;
    const name = secret.name?.value ?? '';
    const actor = 'kube-controller-manager';
    const message = `Deleting expired secret ${form.namespace}/${name}`;
    this.world.recorder.report({ actor, kind: 'log', message, details: { name } });
    this.world.recorder.report({ actor, kind: 'secret-delete', details: { name } });
    this.apiServer.tokenSecrets.remove(secret);
  }
}

/** It looks at Secrets of the right type in the right namespace only. */
function isWatched({ namespace, secretType, templated }: BootstrapTokenDocument): boolean {
  return !templated && namespace?.value === form.namespace && secretType?.value === form.type;
}
