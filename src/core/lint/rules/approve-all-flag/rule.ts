import type { ComponentInView } from '../../../cluster/cluster';
import { isAtLeast, type Release } from '../../../kubernetes/release';
import { commandLineOf } from '../../commandLineToExtend';
import type { ClusterRule, Draft } from '../../rule';

const FLAG = 'insecure-experimental-approve-all-kubelet-csrs-for-group';

export const rule: ClusterRule = {
  id: 'approve-all-flag',
  group: 'B',
  severity: 'error',
  scope: 'cluster',
  lifeCycle: false,
  step: 'approve',
  messages: {
    dead: 'kube-controller-manager {release} accepts this flag and does nothing: requests wait until the group is bound to a ClusterRole with certificatesigningrequests/nodeclient.',
    insecure:
      'Every request from this group is approved: whoever holds one bootstrap token gets a certificate for any node name.',
    remove: 'Remove the flag',
  },
  check: ({ controllerManagers, target }) =>
    controllerManagers.flatMap((manager) => checkManager(manager, target.release)),
};

/** From 1.13 the flag is gone: flag-removed says so. */
function checkManager(manager: ComponentInView, release: Release): readonly Draft[] {
  const flag = manager.flag(FLAG);
  const written = manager.flags(FLAG).at(-1);
  if (flag.state !== 'set' || flag.value === '' || !written || isAtLeast(release, '1.13')) return [];
  const place = { path: written.path, range: written.value.range };
  if (!isAtLeast(release, '1.7')) return [{ ...place, message: 'insecure', severity: 'warning' }];
  const edits = commandLineOf(manager, written.value)?.value.editor.remove(written.value);
  return [
    {
      ...place,
      message: 'dead',
      params: { release },
      fixes: edits ? [{ title: 'remove', safe: false, edits }] : [],
    },
  ];
}
