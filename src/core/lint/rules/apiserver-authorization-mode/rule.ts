import type { Cluster, ComponentInView } from '../../../cluster/cluster';
import { isAtLeast } from '../../../kubernetes/release';
import { listOf } from '../../listOf';
import type { RuleContext } from '../../rule';
import { settingRule, type KnownSetting, type SettingProblem } from '../../settingRule';

export const rule = settingRule({
  id: 'apiserver-authorization-mode',
  severity: 'warning',
  step: 'authorize-create',
  messages: {
    alwaysAllow:
      'With AlwaysAllow whoever kube-apiserver knows may do everything, a node with its bootstrap token too: no binding limits it.',
    byDefault:
      'Nothing sets --authorization-mode, which is AlwaysAllow then: whoever kube-apiserver knows may do everything, a node with its bootstrap token too.',
    noRbac:
      'Without RBAC in --authorization-mode no ClusterRoleBinding has an effect: what bootstrap tokens and nodes may do is decided elsewhere.',
    noNode:
      'Without Node in --authorization-mode a node may do next to nothing with its certificate: since 1.8 no default binding gives it the role system:node.',
    binding: 'This binding has no effect.',
    set: 'Set {setting}',
  },
  components: ({ apiServers }) => apiServers,
  flag: 'authorization-mode',
  problem: problemOf,
});

function problemOf(
  { state }: KnownSetting,
  server: ComponentInView,
  { cluster }: RuleContext,
): SettingProblem | undefined {
  const { release } = cluster.target;
  const both = isAtLeast(release, '1.7') ? 'Node,RBAC' : undefined;
  if (state === 'absent') return isConfigured(server) ? undefined : { message: 'byDefault', repair: both };
  const modes = listOf(server, 'authorization-mode');
  if (!modes || !isAtLeast(release, '1.6')) return undefined;
  if (modes.includes('AlwaysAllow')) return { message: 'alwaysAllow', repair: both };
  const isWhole = server.flags('authorization-mode').length === 1;
  if (modes.includes('Webhook') || !isWhole) return undefined;
  if (!modes.includes('RBAC')) return { ...withoutRbac(cluster), repair: [...modes, 'RBAC'].join(',') };
  if (modes.includes('Node') || !isAtLeast(release, '1.8') || bindsNodes(cluster)) return undefined;
  return { message: 'noNode', severity: 'info', repair: ['Node', ...modes].join(',') };
}

/** From 1.29 a file may say how requests are authorized (flag `--authorization-config`). */
function isConfigured(server: ComponentInView): boolean {
  const file = server.flag('authorization-config');
  return file.state !== 'absent' && !(file.state === 'set' && file.value === '');
}

/** Somebody who writes bindings means them to count. */
function withoutRbac({ rbac }: Cluster): SettingProblem {
  const [binding] = rbac.bindings;
  if (!binding) return { message: 'noRbac', severity: 'info' };
  return { message: 'noRbac', related: [{ path: binding.path, range: binding.value.name.range, message: 'binding' }] };
}

function bindsNodes({ rbac }: Cluster): boolean {
  return rbac.bindings.some(({ value }) => value.roleRef.name.value === 'system:node');
}
