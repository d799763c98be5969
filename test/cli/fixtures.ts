/** A kubelet's environment file with one flag that 1.36 no longer has. */
export const oldKubelet = [
  '# kubelet',
  'KUBELET_ARGS="--kubeconfig=/etc/kubernetes/kubelet.kubeconfig \\',
  '\t--experimental-bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \\',
  '\t--rotate-certificates \\',
  '\t--tls-cert-file=/etc/kubernetes/kubelet.crt --tls-private-key-file=/etc/kubernetes/kubelet.key"',
  '',
].join('\n');

export const oldKubeletFixed = oldKubelet.replace('--experimental-bootstrap-kubeconfig', '--bootstrap-kubeconfig');

/** The same without anything to say about it. */
export const soundKubelet = oldKubeletFixed;

/** A configuration that switches rotation off: one warning in every release that has the field. */
export const rotationOff = [
  'apiVersion: kubelet.config.k8s.io/v1beta1',
  'kind: KubeletConfiguration',
  'rotateCertificates: false',
  '',
].join('\n');
