import { settingRule } from '../../settingRule';

export const rule = settingRule({
  id: 'controller-manager-service-account-key-missing',
  severity: 'info',
  step: undefined,
  messages: {
    missing: 'Without --service-account-private-key-file kube-controller-manager signs no service account tokens.',
    key: 'kube-apiserver signs with this key.',
    set: 'Set {setting}',
  },
  components: ({ controllerManagers }) => controllerManagers,
  flag: 'service-account-private-key-file',
  problem: ({ value = '' }, _manager, { cluster }) => {
    if (value !== '') return undefined;
    const key = cluster.apiServer?.flag('service-account-signing-key-file');
    const isKnown = key?.state === 'set' && key.value !== '';
    return {
      message: 'missing',
      related: isKnown ? [{ ...key.origin, message: 'key' }] : [],
      repair: isKnown ? key.value : undefined,
    };
  },
});
