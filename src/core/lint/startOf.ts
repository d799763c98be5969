import type { ComponentName } from '../documents/component';
import type { FlowStepId } from '../flow/flowStep';

/** The step of the bootstrap that never comes when a component does not start. */
export const startOf: Readonly<Record<ComponentName, FlowStepId>> = {
  kubelet: 'kubelet-start',
  'kube-apiserver': 'authenticate',
  'kube-controller-manager': 'approve',
};
