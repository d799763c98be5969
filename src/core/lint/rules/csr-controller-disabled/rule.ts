import type { Cluster, ComponentInView } from '../../../cluster/cluster';
import {
  disabledController,
  entriesOf,
  type CsrController,
  type DisabledController,
} from '../../../cluster/controllersInView';
import { scriptApprover } from '../../../cluster/csrApprovers';
import { commandLineOf } from '../../commandLineToExtend';
import type { ClusterRule, Draft, DraftFix } from '../../rule';

const controllers: readonly CsrController[] = ['csrapproving', 'csrsigning'];

export const rule: ClusterRule = {
  id: 'csr-controller-disabled',
  group: 'B',
  severity: 'error',
  scope: 'cluster',
  lifeCycle: false,
  step: 'approve',
  messages: {
    csrapproving:
      'Without csrapproving no request is approved by itself, whatever is bound: each one waits for kubectl certificate approve.',
    csrsigning:
      'Without csrsigning no approved request is ever issued: the kubelet waits for its certificate for ever.',
    enable: 'Let {controller} run',
  },
  check: (cluster) => cluster.controllerManagers.flatMap((manager) => checkManager(manager, cluster)),
};

function checkManager(manager: ComponentInView, cluster: Cluster): readonly Draft[] {
  return controllers.flatMap((controller) => {
    if (controller === 'csrapproving' && scriptApprover(cluster, 'renewal')) return [];
    const disabled = disabledController(manager, controller, cluster.target.release);
    return disabled ? [draftOf(manager, controller, disabled)] : [];
  });
}

function draftOf(manager: ComponentInView, controller: CsrController, disabled: DisabledController): Draft {
  const { path, value: flag } = disabled.flag;
  return {
    path,
    range: flag.range,
    message: controller,
    step: controller === 'csrsigning' ? 'sign' : 'approve',
    fixes: enable(manager, controller, disabled),
  };
}

/** Somebody switched it off, perhaps because another approver or signer runs: a person has to know. */
function enable(
  manager: ComponentInView,
  controller: CsrController,
  disabled: DisabledController,
): readonly DraftFix[] {
  const { flag, exclusion } = disabled;
  const entries = entriesOf(flag.value);
  const wanted = exclusion === undefined ? [...entries, controller] : entries.filter((entry) => entry !== exclusion);
  const editor = commandLineOf(manager, flag.value)?.value.editor;
  const edits = wanted.length > 0 ? editor?.setValue(flag.value, wanted.join(',')) : editor?.remove(flag.value);
  return edits ? [{ title: 'enable', params: { controller }, safe: false, edits }] : [];
}
