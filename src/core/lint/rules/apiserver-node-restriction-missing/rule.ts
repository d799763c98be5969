import type { ComponentInView } from '../../../cluster/cluster';
import { isAtLeast } from '../../../kubernetes/release';
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
    const modes = listOf(server, 'authorization-mode');
    const plugins = ['enable-admission-plugins', 'admission-control'].map((flag) => listOf(server, flag));
    const isKnown = server.unknown.length === 0 && plugins.every((list) => list !== undefined);
    const isThere = plugins.some((list) => list?.includes(PLUGIN));
    if (!isAtLeast(cluster.target.release, '1.8') || !isKnown || isThere || !modes?.includes('Node')) return undefined;
    const written = value.replace(/^(?:\[\]|AlwaysAdmit)$/, '');
    return { message: 'missing', repair: written === '' ? PLUGIN : `${written},${PLUGIN}` };
  },
});

/** Up to 1.9 there is only `--admission-control`; later it still counts where somebody has written it. */
function pluginFlag(server: ComponentInView, { cluster }: RuleContext): string {
  const isOld = !isAtLeast(cluster.target.release, '1.10') || server.flags('admission-control').length > 0;
  return isOld ? 'admission-control' : 'enable-admission-plugins';
}
