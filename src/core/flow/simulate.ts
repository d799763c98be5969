import type { Cluster } from '../cluster/cluster';
import { KubeApiserver } from './kubeApiserver/kubeApiserver';
import type { CertificateSigningRequest } from './kubeApiserver/certificateSigningRequests';
import { KubeControllerManager } from './kubeControllerManager/kubeControllerManager';
import { NodeLifecycle } from './kubeControllerManager/node';
import { prepareNode } from './kubelet/existingNode';
import { Kubelet } from './kubelet/kubelet';
import { outcomeOf } from './outcome';
import { outermostEvent, outermostEvidence } from './outermostEvidence';
import { Person } from './person';
import { resolveRun, type ScenarioRun } from './scenarioRun';
import type { Timeline, TimelineCsr } from './timeline';
import { ServingApprover } from './servingApprover';
import { ControlPlane } from './start/controlPlane';
import { World } from './world';
import { flowMessage } from './play/draftStep';

/**
 * Plays what happens to the first kubelet of a cluster from its first start on, and returns the whole story. Pure: the same
 * cluster and scenario give the same timeline. What the files leave open is assumed, and the timeline says so.
 */
export function simulate(cluster: Cluster, scenario: ScenarioRun): Timeline {
  const run = resolveRun(scenario);
  const world = new World(cluster, run);
  const controlPlane = new ControlPlane(world);
  const apiServer = new KubeApiserver(world, controlPlane);
  const controllerManager = new KubeControllerManager(world, apiServer, controlPlane);
  const kubelet = new Kubelet(world, apiServer, new NodeLifecycle(world, controlPlane));
  new Person(world, apiServer, controllerManager, kubelet);
  new ServingApprover(world, apiServer);
  prepareNode(world, kubelet.state);
  kubelet.start(world.hasBootstrapKubeconfig);
  play(world);
  const outcome = outcomeOf(world, apiServer.requests.all, kubelet.exitCode);
  const placed = outermostEvidence(cluster.files);
  return {
    scenario: run.id,
    release: world.release,
    startsAt: run.startsAt,
    events: world.recorder.events.map(outermostEvent(cluster.files)),
    csrs: apiServer.requests.all.map(timelineCsr),
    certificates: world.certificates,
    files: world.files.list(),
    node: world.readiness,
    outcome: { ...outcome, evidence: outcome.evidence.map(placed) },
    assumptions: world.recorder.assumptions,
  };
}

function play(world: World): void {
  const { queue, recorder, run } = world;
  while ((queue.next ?? Infinity) <= run.until && !recorder.isFull) queue.step();
  const count = String(run.maxEvents);
  if (recorder.isFull)
    recorder.assume('length of the story', `ends after ${count} events`, flowMessage('assumption.length', { count }));
}

function timelineCsr(request: CertificateSigningRequest): TimelineCsr {
  return {
    name: request.name,
    created: request.created,
    username: request.user.username,
    groups: request.user.groups,
    signerName: request.signerName,
    usages: request.usages,
    subject: request.commonName,
    organizations: request.organizations,
    sans: [...request.dnsNames, ...request.ipAddresses],
    key: request.key,
    condition: request.condition?.type ?? 'Pending',
    issued: request.certificate !== undefined,
  };
}
