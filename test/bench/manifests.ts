/** Manifests as people keep them, made up in memory so that a run needs nothing but the project. */

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

/** Returns `count` texts, one per number from 0 on. */
export function series(count: number, make: (index: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** A ClusterRole with the rules of an operator: 27 lines, nothing about certificates. */
export function clusterRole(index: number): string {
  return lines(
    'apiVersion: rbac.authorization.k8s.io/v1',
    'kind: ClusterRole',
    'metadata:',
    `  name: operator-${String(index)}`,
    '  labels:',
    `    app.kubernetes.io/name: operator-${String(index)}`,
    '    app.kubernetes.io/managed-by: kustomize',
    'rules:',
    '- apiGroups: [""]',
    '  resources: ["pods", "services", "configmaps"]',
    '  verbs: ["get", "list", "watch"]',
    '- apiGroups:',
    '  - apps',
    '  resources:',
    '  - deployments',
    '  - statefulsets',
    '  verbs:',
    '  - get',
    '  - list',
    '  - watch',
    '  - update',
    '  - patch',
    '- apiGroups: ["coordination.k8s.io"]',
    '  resources: ["leases"]',
    `  resourceNames: ["operator-${String(index)}"]`,
    '  verbs: ["get", "update"]',
  );
}

/** A ClusterRoleBinding of 16 lines, nothing about certificates. */
export function clusterRoleBinding(index: number): string {
  return lines(
    'apiVersion: rbac.authorization.k8s.io/v1',
    'kind: ClusterRoleBinding',
    'metadata:',
    `  name: operator-${String(index)}`,
    '  labels:',
    `    app.kubernetes.io/name: operator-${String(index)}`,
    '  annotations:',
    `    description: "What the operator number ${String(index)} may do"`,
    'roleRef:',
    '  apiGroup: rbac.authorization.k8s.io',
    '  kind: ClusterRole',
    `  name: operator-${String(index)}`,
    'subjects:',
    '- kind: ServiceAccount',
    `  name: operator-${String(index)}`,
    '  namespace: operators',
  );
}

/** The bindings of a cluster as one `kind: List`. */
export function rbacList(count: number): string {
  const items = series(count, (index) => clusterRoleBinding(index).trimEnd().split('\n').join('\n  '));
  return lines('apiVersion: v1', 'kind: List', 'items:', ...items.map((item) => `- ${item}`));
}

/** Roles and bindings, one YAML document each. */
export function rbacDocuments(count: number): string {
  return series(count, (index) => (index % 2 === 0 ? clusterRole(index) : clusterRoleBinding(index - 1))).join('---\n');
}

/** A Deployment with its Service: 60 lines of no kind that is read. */
export function deployment(index: number): string {
  return lines(
    '# A workload of no interest here',
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    `  name: web-${String(index)}`,
    '  namespace: shop',
    '  labels: &labels',
    `    app.kubernetes.io/name: web-${String(index)}`,
    '    app.kubernetes.io/part-of: shop',
    'spec:',
    '  replicas: 3',
    '  selector:',
    '    matchLabels:',
    `      app.kubernetes.io/name: web-${String(index)}`,
    '  template:',
    '    metadata:',
    '      labels: *labels',
    '      annotations:',
    '        prometheus.io/scrape: "true"',
    '        prometheus.io/port: "9090"',
    '    spec:',
    '      serviceAccountName: web',
    '      securityContext: { runAsNonRoot: true, runAsUser: 1000 }',
    '      containers:',
    '      - name: web',
    `        image: registry.example/shop/web:1.4.${String(index)}`,
    '        imagePullPolicy: IfNotPresent',
    '        args: ["--listen=:8080", "--metrics=:9090", "--log-level=info"]',
    '        env:',
    '        - name: DATABASE',
    '          valueFrom:',
    '            secretKeyRef:',
    '              name: database',
    '              key: url',
    '        - name: REGION',
    "          value: 'eu-west'",
    '        ports:',
    '        - containerPort: 8080',
    '          name: http',
    '        readinessProbe:',
    '          httpGet:',
    '            path: /healthz',
    '            port: http',
    '          periodSeconds: 10',
    '        resources:',
    '          requests:',
    '            cpu: 100m',
    '            memory: 128Mi',
    '          limits:',
    '            memory: 256Mi',
    '---',
    'apiVersion: v1',
    'kind: Service',
    'metadata:',
    `  name: web-${String(index)}`,
    '  namespace: shop',
    'spec:',
    '  selector:',
    `    app.kubernetes.io/name: web-${String(index)}`,
    '  ports:',
    '  - port: 80',
    '    targetPort: http',
  );
}

/** What an operator is installed with: a workload together with its RBAC, in one file of several documents. */
export function operator(index: number): string {
  return [
    lines('apiVersion: v1', 'kind: ServiceAccount', 'metadata:', '  name: operator', '  namespace: operators'),
    clusterRole(index),
    clusterRoleBinding(index),
    deployment(index),
  ].join('---\n');
}

/** What `kubeadm init --config` takes, with the kubelet's configuration. */
export function kubeadmConfiguration(index: number): string {
  return lines(
    'apiVersion: kubeadm.k8s.io/v1beta4',
    'kind: InitConfiguration',
    'nodeRegistration:',
    `  name: control-plane-${String(index)}`,
    '  criSocket: unix:///run/containerd/containerd.sock',
    '  kubeletExtraArgs:',
    '  - name: node-ip',
    `    value: 10.0.0.${String(index)}`,
    '  - name: v',
    '    value: "2"',
    'localAPIEndpoint:',
    `  advertiseAddress: 10.0.0.${String(index)}`,
    '  bindPort: 6443',
    '---',
    'apiVersion: kubeadm.k8s.io/v1beta4',
    'kind: ClusterConfiguration',
    'kubernetesVersion: v1.36.0',
    `clusterName: cluster-${String(index)}`,
    'controlPlaneEndpoint: "api.example:6443"',
    'apiServer:',
    '  extraArgs:',
    '  - name: audit-log-maxage',
    '    value: "30"',
    '  certSANs: [api.example, 10.0.0.1]',
    'controllerManager:',
    '  extraArgs:',
    '  - name: bind-address',
    '    value: 0.0.0.0',
    'networking:',
    '  podSubnet: 10.244.0.0/16',
    '  serviceSubnet: 10.96.0.0/12',
    '  dnsDomain: cluster.local',
    'etcd:',
    '  local:',
    '    dataDir: /var/lib/etcd',
    '---',
    kubeletConfiguration(index),
  );
}

/** A KubeletConfiguration as kubeadm writes it. */
export function kubeletConfiguration(index: number): string {
  return lines(
    'apiVersion: kubelet.config.k8s.io/v1beta1',
    'kind: KubeletConfiguration',
    'authentication:',
    '  anonymous:',
    '    enabled: false',
    '  webhook:',
    '    cacheTTL: 0s',
    '    enabled: true',
    '  x509:',
    '    clientCAFile: /etc/kubernetes/pki/ca.crt',
    'authorization:',
    '  mode: Webhook',
    '  webhook:',
    '    cacheAuthorizedTTL: 0s',
    '    cacheUnauthorizedTTL: 0s',
    'cgroupDriver: systemd',
    'clusterDNS:',
    '- 10.96.0.10',
    'clusterDomain: cluster.local',
    'cpuManagerReconcilePeriod: 0s',
    'evictionPressureTransitionPeriod: 0s',
    'fileCheckFrequency: 0s',
    'healthzBindAddress: 127.0.0.1',
    'healthzPort: 10248',
    'httpCheckFrequency: 0s',
    'imageMinimumGCAge: 0s',
    `maxPods: ${String(110 + index)}`,
    'nodeStatusReportFrequency: 0s',
    'nodeStatusUpdateFrequency: 0s',
    'rotateCertificates: true',
    'runtimeRequestTimeout: 0s',
    'serverTLSBootstrap: true',
    'shutdownGracePeriod: 0s',
    'shutdownGracePeriodCriticalPods: 0s',
    'staticPodPath: /etc/kubernetes/manifests',
    'streamingConnectionIdleTimeout: 0s',
    'syncFrequency: 0s',
    'volumeStatsAggPeriod: 0s',
  );
}

/** A kubelet's unit that takes in the variable of `kubeletEnvironment`. */
export function kubeletUnit(): string {
  return lines(
    '[Unit]',
    'Description=kubelet',
    'After=containerd.service',
    '',
    '[Service]',
    'EnvironmentFile=/etc/kubernetes/kubelet.env',
    'ExecStart=/usr/local/bin/kubelet $KUBELET_ARGS \\',
    '  --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \\',
    '  --kubeconfig=/etc/kubernetes/kubelet.kubeconfig \\',
    '  --config=/var/lib/kubelet/config.yaml',
    'Restart=always',
    '',
    '[Install]',
    'WantedBy=multi-user.target',
  );
}

/** The EnvironmentFile of one node; of every seventh one with a finding. */
export function kubeletEnvironment(index: number): string {
  const rotate = String(index % 7 !== 0);
  return lines(
    `# node ${String(index)}`,
    `KUBELET_ARGS="--node-ip=10.0.${String(index >> 8)}.${String(index & 255)} --v=2 --rotate-certificates=${rotate}"`,
  );
}
