/** The three programs whose flags decide how a node gets its identity. */
export type ComponentName = 'kubelet' | 'kube-controller-manager' | 'kube-apiserver';

export const componentNames: readonly ComponentName[] = ['kubelet', 'kube-controller-manager', 'kube-apiserver'];
