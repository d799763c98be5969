import { valueIn } from '../../../cluster/setting';
import { isAtLeast } from '../../../kubernetes/release';
import { settingRule } from '../../settingRule';

export const rule = settingRule({
  id: 'apiserver-insecure-port',
  severity: 'warning',
  step: undefined,
  messages: {
    written: 'On port {port} kube-apiserver takes every request without credentials, and allows it.',
    byDefault:
      'Nothing switches the insecure port off: on port {port} of this machine kube-apiserver takes every request without credentials, and allows it.',
    reachable:
      'Everyone who reaches port {port} of {address} is administrator of the cluster: kube-apiserver takes every request there without credentials.',
    address: 'The insecure port listens here.',
    set: 'Set {setting}',
  },
  components: ({ apiServers }) => apiServers,
  flag: 'insecure-port',
  problem: ({ state, value: port = '' }, server, { cluster }) => {
    if (isAtLeast(cluster.target.release, '1.20') || !/^[1-9]\d*$/.test(port)) return undefined;
    const listening = server.flag('insecure-bind-address');
    const address = valueIn(listening) ?? '';
    if (listening.state === 'set' && !isLoopback(address)) {
      const related = [{ ...listening.origin, message: 'address' }];
      return { message: 'reachable', params: { port, address }, related, severity: 'warning', repair: '0' };
    }
    return { message: state === 'set' ? 'written' : 'byDefault', params: { port }, repair: '0' };
  },
});

function isLoopback(address: string): boolean {
  return /^(?:127\.|::1$|localhost$)/.test(address);
}
