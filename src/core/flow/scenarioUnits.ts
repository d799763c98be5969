/** Returns the unit of a kube-controller-manager that signs with the cluster CA, with these flags besides. */
export function controllerManagerUnit(...flags: readonly string[]): string {
  return unit('Kubernetes Controller Manager', 'kube-controller-manager', [
    '--kubeconfig=/etc/kubernetes/controller-manager.conf',
    '--use-service-account-credentials=true',
    '--root-ca-file=/etc/kubernetes/pki/ca.crt',
    '--service-account-private-key-file=/etc/kubernetes/pki/sa.key',
    '--cluster-signing-cert-file=/etc/kubernetes/pki/ca.crt',
    '--cluster-signing-key-file=/etc/kubernetes/pki/ca.key',
    ...flags,
  ]);
}

/** Returns the unit of a kube-apiserver with RBAC and Node authorization, with these flags besides. */
export function apiServerUnit(...flags: readonly string[]): string {
  return unit('Kubernetes API Server', 'kube-apiserver', [
    '--authorization-mode=Node,RBAC',
    '--client-ca-file=/etc/kubernetes/pki/ca.crt',
    '--tls-cert-file=/etc/kubernetes/pki/apiserver.crt',
    '--tls-private-key-file=/etc/kubernetes/pki/apiserver.key',
    ...flags,
  ]);
}

/** Returns the unit of a kubelet with these flags. */
export function kubeletUnit(...flags: readonly string[]): string {
  return unit('Kubernetes Kubelet', 'kubelet', flags);
}

/** Returns the unit of a kube-controller-manager with exactly these flags. */
export function bareControllerManagerUnit(...flags: readonly string[]): string {
  return unit('Kubernetes Controller Manager', 'kube-controller-manager', flags);
}

function unit(description: string, program: string, flags: readonly string[]): string {
  const command = [`ExecStart=/usr/local/bin/${program}`, ...flags.map((flag) => `  ${flag}`)].join(' \\\n');
  return `[Unit]\nDescription=${description}\n\n[Service]\n${command}\nRestart=always\n\n[Install]\nWantedBy=multi-user.target\n`;
}
