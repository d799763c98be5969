import { valueIn } from '../../../cluster/setting';
import { settingRule } from '../../settingRule';

export const rule = settingRule({
  id: 'controller-manager-root-ca-missing',
  severity: 'info',
  step: undefined,
  messages: {
    missing:
      'Pods get no CA with their service account token: without --root-ca-file they cannot tell whether they talk to the right API server.',
    set: 'Set {setting}',
  },
  components: ({ controllerManagers }) => controllerManagers,
  flag: 'root-ca-file',
  problem: ({ value = '' }, manager) => {
    const signing = valueIn(manager.flag('cluster-signing-cert-file')) ?? '';
    const isNear = manager.flags('cluster-signing-cert-file').length > 0 && signing !== '';
    return value === '' ? { message: 'missing', repair: isNear ? signing : undefined } : undefined;
  },
});
