import { settingRule } from '../../settingRule';

export const rule = settingRule({
  id: 'kubelet-read-only-port',
  severity: 'warning',
  step: undefined,
  messages: {
    written:
      'Anyone who reaches port {port} may read from this kubelet: nobody is authenticated or authorized on the read-only port.',
    byDefault:
      'Nothing switches the read-only port off: anyone who reaches port {port} may read from this kubelet, without authentication or authorization.',
    set: 'Set {setting}',
  },
  components: ({ kubelets }) => kubelets,
  flag: 'read-only-port',
  problem: ({ state, value: port = '' }) =>
    /^[1-9]\d*$/.test(port)
      ? { message: state === 'set' ? 'written' : 'byDefault', params: { port }, repair: '0' }
      : undefined,
});
