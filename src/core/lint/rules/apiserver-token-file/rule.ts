import { isAtLeast } from '../../../kubernetes/release';
import { settingRule } from '../../settingRule';

export const rule = settingRule({
  id: 'apiserver-token-file',
  severity: 'info',
  step: 'authenticate',
  messages: {
    static:
      'The tokens of this file never expire, and kube-apiserver reads it only when it starts: one that got out is good until then.',
  },
  components: ({ apiServers }) => apiServers,
  flag: 'token-auth-file',
  problem: ({ value = '' }, _server, { cluster }) =>
    value !== '' && isAtLeast(cluster.target.release, '1.6') ? { message: 'static' } : undefined,
});
