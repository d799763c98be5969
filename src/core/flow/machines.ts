import type { KubeApiserver } from './kubeApiserver/kubeApiserver';
import { NodeObject } from './kubeApiserver/nodeObject';
import { NodeLifecycle } from './kubeControllerManager/node';
import { prepareNode } from './kubelet/existingNode';
import { Kubelet } from './kubelet/kubelet';
import { NodeClient } from './kubelet/nodeClient';
import { NodeWorld, type Machine } from './nodeWorld';
import type { FurtherKubelet } from './scenarioRun';
import type { ControlPlane } from './start/controlPlane';
import type { World } from './world';

/** A kubelet on its machine. */
export interface PlayedMachine {
  readonly world: NodeWorld;
  readonly kubelet: Kubelet;
  readonly node: NodeObject;
  /** Seconds until its first start. */
  readonly startsAfter: number;
}

/** The machines of a simulation and the Node objects that their kubelets report under. */
export class Machines {
  readonly all: PlayedMachine[] = [];
  readonly #lifecycles = new Map<string, NodeLifecycle>();

  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
    private readonly controlPlane: ControlPlane,
  ) {
    const { furtherKubelets } = world.run;
    const [first] = world.cluster.kubelets;
    if (first !== undefined || world.run.view !== 'complete')
      this.#add(this.#firstMachine(furtherKubelets.length > 0), 0);
    for (const further of furtherKubelets) this.#add(this.#furtherMachine(further), further.startsAfter);
  }

  /** Starts the kubelets, each at its time. */
  start(): void {
    for (const { world, kubelet, startsAfter } of this.all) {
      if (startsAfter === 0) kubelet.start(world.hasBootstrapKubeconfig);
      else
        world.queue.at(startsAfter, () => {
          kubelet.start(world.hasBootstrapKubeconfig);
        });
    }
  }

  /** Returns a machine by its label, the first when none is asked for; undefined when there is none. */
  find(machine: string | undefined): PlayedMachine | undefined {
    return machine === undefined ? this.all[0] : this.all.find(({ world }) => world.machine === machine);
  }

  /** Returns the Node object of a name; undefined while there is none. */
  node(name: string): NodeObject | undefined {
    return this.#lifecycles.get(name)?.node;
  }

  #firstMachine(isOneOfSeveral: boolean): Machine {
    const { run, cluster } = this.world;
    const { nodeName, nodeAddress, jitterSeed } = run;
    const label = isOneOfSeveral ? (run.machine ?? nodeName ?? 'machine-1') : undefined;
    return { label, kubelet: cluster.kubelets[0], nodeName, nodeAddress, jitterSeed };
  }

  #furtherMachine({ machine, nodeName, nodeAddress, kubelet, jitterSeed }: FurtherKubelet): Machine {
    const { cluster, run } = this.world;
    return {
      label: machine,
      kubelet: cluster.kubelets[kubelet ?? 0],
      nodeName: nodeName ?? run.nodeName,
      nodeAddress,
      jitterSeed: jitterSeed ?? run.jitterSeed,
    };
  }

  #add(machine: Machine, startsAfter: number): void {
    const world = new NodeWorld(this.world, machine);
    const lifecycle = this.#lifecycleOf(world.nodeName);
    const kubelet = new Kubelet(world, new NodeClient(world, this.apiServer), lifecycle);
    this.all.push({ world, kubelet, node: lifecycle.node, startsAfter });
    prepareNode(world, kubelet.state);
  }

  #lifecycleOf(name: string): NodeLifecycle {
    const known = this.#lifecycles.get(name);
    if (known !== undefined) return known;
    const made = new NodeLifecycle(this.world, this.controlPlane, new NodeObject(name, () => this.world.now));
    this.#lifecycles.set(name, made);
    return made;
  }
}
