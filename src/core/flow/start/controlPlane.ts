import { buildCluster } from '../../cluster/buildCluster';
import type { Cluster, ComponentInView } from '../../cluster/cluster';
import type { Release } from '../../kubernetes/release';
import { behaviourOf, type Behaviour } from '../behaviour';
import { kubernetes } from '../kubernetesFacts';
import type { World } from '../world';
import { failureOf } from './startFailure';
import type { StartFailure } from './failure';
import { tokenFileFailure } from './tokenFileFailure';

/** The two components of the control plane that matter here, at the release they run. */
export class ControlPlane {
  #cluster: Cluster;
  #behaviour: Behaviour;
  #apiServerFailure: StartFailure | undefined;
  #managerFailure: StartFailure | undefined;
  readonly #onUpgrade: (() => void)[] = [];

  /** Starts it, and schedules the upgrades of the run. */
  constructor(private readonly world: World) {
    this.#cluster = world.cluster;
    this.#behaviour = world.behaviour;
    this.#start();
    for (const { t, release } of world.run.upgrades ?? []) {
      world.queue.at(t, () => {
        this.#upgrade(release);
      });
    }
  }

  get release(): Release {
    return this.#cluster.target.release;
  }

  get behaviour(): Behaviour {
    return this.#behaviour;
  }

  /** The files as the release that runs takes them. */
  get cluster(): Cluster {
    return this.#cluster;
  }

  /** What keeps kube-apiserver from running; undefined while it runs. */
  get apiServerFailure(): StartFailure | undefined {
    return this.#apiServerFailure;
  }

  /** What keeps kube-controller-manager from running; undefined while it runs. */
  get controllerManagerFailure(): StartFailure | undefined {
    return this.#managerFailure;
  }

  /** Does something after each upgrade. */
  onUpgrade(run: () => void): void {
    this.#onUpgrade.push(run);
  }

  #start(): void {
    const { apiServer, controllerManager } = this.#cluster;
    this.#apiServerFailure = this.#startOne(
      apiServer,
      tokenFileFailure(this.#cluster, this.world.run.view === 'complete'),
    );
    this.#managerFailure = this.#startOne(controllerManager);
  }

  /** The same flags, with the defaults of another release; what that release does not take keeps a component from starting. */
  #upgrade(release: Release): void {
    this.#cluster = clusterAt(this.#cluster, release);
    this.#behaviour = behaviourOf(release);
    const details = { release };
    for (const actor of ['kube-apiserver', 'kube-controller-manager'] as const) {
      this.world.recorder.report({ actor, kind: 'start', message: `${actor} ${release} starts`, details });
    }
    this.#start();
    for (const run of this.#onUpgrade) run();
  }

  /** `later` is what ends it once it has read its flags. */
  #startOne(component: ComponentInView | undefined, later?: StartFailure): StartFailure | undefined {
    const failure = failureOf(this.world, component, this.release) ?? later;
    if (failure === undefined || component === undefined || component.component === 'kubelet') return undefined;
    const { message, evidence } = failure;
    const actor = component.component;
    const details = { level: 'fatal' };
    const { recorder } = this.world;
    recorder.report({ actor, kind: 'log', message, details, evidence: [evidence], step: 'kubelet-start' });
    recorder.report({ actor, kind: 'exit', details: { exitCode: 1 } });
    return failure;
  }
}

/** Returns the files of a cluster as another release takes them. */
function clusterAt(cluster: Cluster, release: Release): Cluster {
  const target = { release, source: 'option', evidence: undefined } as const;
  if (cluster.files.length === 0) return { ...cluster, target };
  const embedded = new Set(cluster.files.flatMap((file) => file.embedded));
  const outer = cluster.files.filter((file) => !embedded.has(file));
  return buildCluster(outer, { target: release, kubernetes });
}
