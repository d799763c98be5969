import type { Cluster } from '../cluster/cluster';
import { KubeApiserver } from './kubeApiserver/kubeApiserver';
import type { CertificateSigningRequest } from './kubeApiserver/certificateSigningRequests';
import { RequestHandler } from './kubeApiserver/requestHandler';
import { KubeControllerManager } from './kubeControllerManager/kubeControllerManager';
import { HandMadeRequests } from './handMadeRequests';
import { Machines } from './machines';
import { noKubelet, storiesOf } from './nodeStories';
import { outermostPlaces, type OutermostPlaces } from './outermostEvidence';
import { Person } from './person';
import { resolveRun, type ScenarioRun } from './scenarioRun';
import type { Timeline, TimelineCsr } from './timeline';
import { ScriptApprovals } from './scriptApprovals';
import { ServingApprover } from './servingApprover';
import { ControlPlane } from './start/controlPlane';
import { flowMessage } from './play/draftStep';
import { newWorld, type World } from './world';

/**
 * Plays what happens to a cluster from the first start of its first kubelet on, and returns the whole story: of that kubelet,
 * or of as many as the scenario asks for. Pure: the same cluster and scenario give the same timeline. What the files leave
 * open is assumed, and the timeline says so.
 */
export function simulate(cluster: Cluster, scenario: ScenarioRun): Timeline {
  const run = resolveRun(scenario);
  const world = newWorld(cluster, run);
  const controlPlane = new ControlPlane(world);
  const apiServer = new KubeApiserver(world, controlPlane);
  const controllerManager = new KubeControllerManager(world, apiServer, controlPlane);
  const machines = new Machines(world, apiServer, controlPlane);
  new Person(world, apiServer, controllerManager, machines);
  new ServingApprover(world, apiServer);
  new ScriptApprovals(world, apiServer);
  new HandMadeRequests(world, apiServer, new RequestHandler(world, apiServer, controlPlane, machines), machines);
  machines.start();
  play(world);
  const places = outermostPlaces(cluster.files);
  const events = world.recorder.events.map(places.event);
  const stories = storiesOf(machines.all, events, apiServer.requests.all);
  const [first = noKubelet, ...further] = stories;
  return {
    scenario: run.id,
    release: world.release,
    startsAt: run.startsAt,
    events,
    csrs: apiServer.requests.all.map((request) => timelineCsr(request, places)),
    ...first,
    machines: stories.map(({ machine, nodeName }) => ({ machine, nodeName })),
    further,
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

function timelineCsr(request: CertificateSigningRequest, { evidence }: OutermostPlaces): TimelineCsr {
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
    unattended: evidence(request.unattended),
    origin: request.origin,
    ...(request.machine !== undefined && { machine: request.machine }),
  };
}
