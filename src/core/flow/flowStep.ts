/** The named moments of a node's life, in the order in which they can first happen. Ids are public: findings and links carry them. */
export const flowStepIds = [
  'kubelet-start',
  'bootstrap-credentials',
  'create-csr',
  'authenticate',
  'authorize-create',
  'approve',
  'sign',
  'store-certificate',
  'write-kubeconfig',
  'register-node',
  'node-ready',
  'serving-csr',
  'serving-approve',
  'serving-certificate',
  'rotate',
  'renewal-approve',
  'renewal-sign',
  'switch-certificate',
  'expire',
  'node-not-ready',
  'bootstrap-again',
] as const;

export type FlowStepId = (typeof flowStepIds)[number];

/** Returns whether a text from outside is the id of a flow step. */
export function isFlowStepId(text: string): text is FlowStepId {
  return (flowStepIds as readonly string[]).includes(text);
}
