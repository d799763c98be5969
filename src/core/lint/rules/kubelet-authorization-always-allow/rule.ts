import { settingRule } from '../../settingRule';

export const rule = settingRule({
  id: 'kubelet-authorization-always-allow',
  severity: 'warning',
  step: undefined,
  messages: {
    written:
      'Every request that is let in on port 10250 is allowed, commands in all pods of this node included: the API server is not asked.',
    byDefault:
      'Nothing sets --authorization-mode: every request that is let in on port 10250 is allowed, and the API server is not asked.',
    set: 'Set {setting}',
  },
  components: ({ kubelets }) => kubelets,
  flag: 'authorization-mode',
  problem: ({ state, value }) =>
    value === 'AlwaysAllow' ? { message: state === 'set' ? 'written' : 'byDefault', repair: 'Webhook' } : undefined,
});
