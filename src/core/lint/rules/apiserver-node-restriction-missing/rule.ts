import type { ComponentInView } from '../../../cluster/cluster';
import { isAtLeast, type Release } from '../../../kubernetes/release';
import { listOf } from '../../listOf';
import type { RuleContext } from '../../rule';
import { settingRule } from '../../settingRule';

const PLUGIN = 'NodeRestriction';

export const rule = settingRule({
  id: 'apiserver-node-restriction-missing',
  severity: 'info',
  step: undefined,
  messages: {
    missing:
      'Without the admission plugin NodeRestriction a node may change the Node objects of other nodes, and its own labels and taints as it likes.',
    set: 'Set {setting}',
  },
  components: ({ apiServers }) => apiServers,
  flag: pluginFlag,
  problem: ({ value = '' }, server, { cluster }) => {
    const { release } = cluster.target;
    const plugins = ['enable-admission-plugins', 'admission-control'].map((flag) => listOf(server, flag));
    const isWhole = server.unknown.length === 0 || replacesKubeadms(server, release);
    const isKnown = isWhole && plugins.every((list) => list !== undefined);
    const isThere = plugins.some((list) => list?.includes(PLUGIN));
    if (!isAtLeast(release, '1.8') || !isKnown || isThere || !authorizesNodes(server)) return undefined;
    const written = value.replace(/^(?:\[\]|AlwaysAdmit)$/, '');
    return { message: 'missing', repair: written === '' ? PLUGIN : `${written},${PLUGIN}` };
  },
});

/** Up to 1.9 there is only `--admission-control`; later it still counts where somebody has written it. */
function pluginFlag(server: ComponentInView, { cluster }: RuleContext): string {
  const isOld = !isAtLeast(cluster.target.release, '1.10') || server.flags('admission-control').length > 0;
  return isOld ? 'admission-control' : 'enable-admission-plugins';
}

/** Returns whether part of the command line is what kubeadm writes by itself, and nothing else is out of view. */
function isStartedByKubeadm({ unknown }: ComponentInView): boolean {
  return (
    unknown.length > 0 && unknown.every((reason) => reason.type === 'variable-not-in-view' && reason.name === 'kubeadm')
  );
}

/** kubeadm's own list is NodeRestriction alone, and an extra argument takes its place (kubeadm.controlplane). */
function replacesKubeadms(server: ComponentInView, release: Release): boolean {
  const isReplaced = server.flags('enable-admission-plugins').length > 0;
  return isReplaced && isAtLeast(release, '1.13') && isStartedByKubeadm(server);
}

/** kubeadm writes `Node,RBAC` where no extra argument says otherwise. */
function authorizesNodes(server: ComponentInView): boolean {
  const modes = listOf(server, 'authorization-mode');
  return modes?.includes('Node') === true || (modes?.length === 0 && isStartedByKubeadm(server));
}
