import { isAtLeast, releaseOf } from '../../src/core/kubernetes/release';
import type { Draws } from '../rules/draws';
import type { ClusterPlan, ComponentPlan } from './clusterPlan';
import { configurationOf, drawPlan, kubeconfigOf, servingApprover, TOKEN } from './drawPlan';

/** What people add to the flags that kubeadm gives the control plane; all else it sets itself. */
const ADDED = new Set(['v', 'cluster-signing-duration', 'experimental-cluster-signing-duration', 'controllers']);

const KUBELET = new Set(['v', 'node-ip', 'hostname-override', 'bootstrap-kubeconfig', 'kubeconfig']);

/** Returns a cluster that kubeadm makes, from 1.11 on, the first release that writes a KubeletConfiguration (kubeadm.dropin). */
export function drawKubeadmPlan(draws: Draws): ClusterPlan {
  const release = releaseOf(draws.whole(11, 36));
  const asksForServing = draws.chance(0.4) && isAtLeast(release, '1.12');
  const plan = drawPlan(draws, release);
  const { components } = plan;
  const kubelet = only(components.kubelet, KUBELET);
  return {
    ...plan,
    components: {
      kubelet: { ...kubelet, flags: { ...kubelet.flags, config: '/var/lib/kubelet/config.yaml' } },
      'kube-apiserver': only(components['kube-apiserver'], ADDED),
      'kube-controller-manager': only(components['kube-controller-manager'], ADDED),
    },
    configuration: configurationOf(draws, release, asksForServing),
    bootstrapKubeconfig: kubeconfigOf({ token: `${TOKEN.id}.${TOKEN.secret}` }),
    tokenRows: [],
    tokenSecret: undefined,
    roles: [],
    bindings: [],
    documents: asksForServing ? servingApprover() : [],
    hosts: { ...plan.hosts, madeBy: 'kubeadm' },
  };
}

function only(part: ComponentPlan, names: ReadonlySet<string>): ComponentPlan {
  return { ...part, flags: Object.fromEntries(Object.entries(part.flags).filter(([name]) => names.has(name))) };
}
