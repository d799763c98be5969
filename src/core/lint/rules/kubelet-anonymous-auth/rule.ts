import { goBoolean } from '../../../cluster/goBoolean';
import { settingRule } from '../../settingRule';

export const rule = settingRule({
  id: 'kubelet-anonymous-auth',
  severity: 'warning',
  step: undefined,
  messages: {
    written: 'Requests without credentials are let in on port 10250, as system:anonymous.',
    byDefault:
      'Nothing switches --anonymous-auth off: requests without credentials are let in on port 10250, as system:anonymous.',
    set: 'Set {setting}',
  },
  components: ({ kubelets }) => kubelets,
  flag: 'anonymous-auth',
  problem: ({ state, value = '' }) =>
    goBoolean(value) === true ? { message: state === 'set' ? 'written' : 'byDefault', repair: 'false' } : undefined,
});
