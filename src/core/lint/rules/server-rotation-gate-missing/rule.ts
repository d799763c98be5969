import type { Cluster, ComponentInView, KubeletInView } from '../../../cluster/cluster';
import { approvals, RbacAccess } from '../../../cluster/rbacAccess';
import type { WrittenGate } from '../../../cluster/writtenGate';
import type { SourceOrigin } from '../../../cluster/setting';
import { isAtLeast } from '../../../kubernetes/release';
import { commandLineToExtend } from '../../commandLineToExtend';
import { addGate, addKubeletGate, switchGateOn } from '../../gateEdits';
import type { TextEdit } from '../../../text/edit';
import type { ClusterRule, Draft, RuleContext } from '../../rule';
import { bootstraps } from '../../bootstrapping';

const GATE = 'RotateKubeletServerCertificate';

export const rule: ClusterRule = {
  id: 'server-rotation-gate-missing',
  group: 'D',
  severity: 'warning',
  scope: 'cluster',
  lifeCycle: false,
  step: 'serving-approve',
  messages: {
    controllerManager:
      'kube-controller-manager {release} approves serving certificates only with the feature gate RotateKubeletServerCertificate: without it they wait for a person, and port 10250 has no certificate until then.',
    kubelet:
      'kubelet {release} asks for a serving certificate only with the feature gate RotateKubeletServerCertificate: without it port 10250 keeps its self-signed certificate.',
    configuration:
      'kubelet {release} does not start: serverTLSBootstrap true requires the feature gate RotateKubeletServerCertificate, which is off by default.',
    asked: 'Serving certificates are asked for here.',
    addGate: 'Switch on the feature gate RotateKubeletServerCertificate',
  },
  check: (cluster, context) => {
    const { release } = cluster.target;
    if (!isAtLeast(release, '1.7') || isAtLeast(release, '1.12')) return [];
    if (isAtLeast(release, '1.11'))
      return cluster.kubelets.flatMap((kubelet) => checkServerTLSBootstrap(kubelet, context));
    return checkBothSides(cluster, context);
  },
};

/** 1.11 needs `serverTLSBootstrap` and the gate, which is off by default; it has no flag for the first (`serving.config`). */
function checkServerTLSBootstrap(kubelet: KubeletInView, { kubernetes, cluster }: RuleContext): readonly Draft[] {
  const { serverTLSBootstrap: setting } = kubelet;
  const isAsked = setting.state === 'set' && setting.value && kubelet.flags('rotate-server-certificates').length === 0;
  if (!isAsked || !isGateOff(kubelet)) return [];
  const { release } = cluster.target;
  const place = writtenGate(kubelet) ?? setting.origin;
  const add = () => addKubeletGate(kubelet, GATE, { kubernetes, release });
  const draft = draftOf('configuration', place, cluster, setting.origin, repair(kubelet, add));
  return [{ ...draft, step: 'kubelet-start' }];
}

/** Up to 1.10 the gate alone asks, and the controller manager's gate approves (behaviours `serving.gate`, `approve.server`). */
function checkBothSides(cluster: Cluster, context: RuleContext): readonly Draft[] {
  const byKubelets = cluster.kubelets.flatMap(placeOfGate);
  const byControllerManagers = cluster.controllerManagers.flatMap(placeOfGate);
  const byRbac = placeOfBinding(cluster, context);
  const askedOfManager = byKubelets[0] ?? byRbac;
  const askedOfKubelet = byControllerManagers[0] ?? byRbac;
  return [
    ...cluster.controllerManagers.flatMap((manager) =>
      askedOfManager ? gateOff(manager, 'controllerManager', context, askedOfManager) : [],
    ),
    ...cluster.kubelets
      .filter(bootstraps)
      .flatMap((kubelet) => (askedOfKubelet ? gateOff(kubelet, 'kubelet', context, askedOfKubelet) : [])),
  ];
}

function placeOfGate(component: ComponentInView): readonly SourceOrigin[] {
  const gate = component.gate(GATE);
  return gate.state === 'set' && gate.value ? [gate.origin] : [];
}

function placeOfBinding({ rbac, target }: Cluster, { kubernetes }: RuleContext): SourceOrigin | undefined {
  const access = new RbacAccess(rbac, kubernetes, target.release);
  const grants = access.grants(approvals.selfnodeserver, ({ name }) => name.value === 'system:nodes');
  const binding = grants.find(({ grant }) => grant === 'yes')?.binding;
  return binding && { path: binding.path, range: binding.value.name.range };
}

function gateOff(
  component: ComponentInView,
  message: 'controllerManager' | 'kubelet',
  { cluster }: RuleContext,
  asked: SourceOrigin,
): readonly Draft[] {
  const line = commandLineToExtend(component);
  const place = writtenGate(component) ?? (line && { path: line.path, range: line.value.headRange });
  if (!place || !isGateOff(component)) return [];
  return [
    draftOf(
      message,
      place,
      cluster,
      asked,
      repair(component, () => addGate(component, GATE)),
    ),
  ];
}

function isGateOff(component: ComponentInView): boolean {
  const gate = component.gate(GATE);
  return gate.state !== 'unknown' && gate.value !== true;
}

function writtenGate(component: ComponentInView): WrittenGate | undefined {
  return component.gates.findLast(({ name }) => name === GATE);
}

type Edits = readonly TextEdit[] | undefined;

function repair(component: ComponentInView, add: () => Edits): Edits {
  const written = writtenGate(component);
  return written ? switchGateOn(written) : add();
}

function draftOf(message: string, place: SourceOrigin, cluster: Cluster, asked: SourceOrigin, edits: Edits): Draft {
  return {
    path: place.path,
    range: place.range,
    message,
    params: { release: cluster.target.release },
    fixes: edits ? [{ title: 'addGate', safe: true, edits }] : [],
    related: [{ path: asked.path, range: asked.range, message: 'asked' }],
  };
}
