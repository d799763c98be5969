import type { Catalogue } from '../../messages/message';

/** What a setting would be instead of what it is. Names of settings, roles and groups stay as they are. */
export const whatIfMessages: Catalogue = {
  'flow.whatIf.set': '{setting}: {value}',
  'flow.whatIf.bound': '{role} bound to {group}',
  'flow.whatIf.unbound': '{role} bound to nobody',
};
