/** A KubeletConfiguration as people write it. */
export interface ConfigurationExample {
  readonly name: string;
  readonly text: string;
}

const HEAD = 'kind: KubeletConfiguration\napiVersion: kubelet.config.k8s.io/v1beta1\n';

export const configurationExamples: readonly ConfigurationExample[] = [
  {
    name: 'block style',
    text: `${HEAD}authentication:\n  anonymous:\n    enabled: false # no strangers\n  x509:\n    clientCAFile: /etc/kubernetes/ca.pem\nclusterDNS:\n- 10.0.0.10\nfeatureGates:\n  RotateKubeletServerCertificate: true\n  # an old one\n  DynamicKubeletConfig: false\nrotateCertificates: no\n`,
  },
  {
    name: 'four blanks, comments at the end, document markers',
    text: `# kubelet\n---\n${HEAD}authentication:\n    webhook:\n        cacheTTL: 0s\nfeatureGates:\n    A: true\n\n# end of it\n...\n`,
  },
  { name: 'empty mappings', text: `${HEAD}featureGates: {}\nauthentication:\nevictionHard: null # none\n` },
  {
    name: 'flow mappings',
    text: `${HEAD}featureGates: {A: true, B: false}\nauthentication: {webhook: {enabled: true}}\n`,
  },
  {
    name: 'JSON, indented',
    text: '{\n  "kind": "KubeletConfiguration",\n  "apiVersion": "kubelet.config.k8s.io/v1beta1",\n  "featureGates": {\n    "A": true,\n    "B": false\n  },\n  "authentication": {},\n  "rotateCertificates": true\n}\n',
  },
  {
    name: 'JSON on one line',
    text: '{"kind": "KubeletConfiguration", "apiVersion": "kubelet.config.k8s.io/v1beta1", "featureGates": {"A": true}}',
  },
  {
    name: 'flow over several lines with a trailing comma',
    text: `${HEAD}featureGates: {\n  A: true, # one\n  B: false,\n}\nrotateCertificates: true\n`,
  },
  {
    name: 'a block scalar and a sequence at the end',
    text: `${HEAD}rotateCertificates: "true"\ntlsCipherSuites:\n  - A\n  - B\nstaticPodPath: >-\n  /etc/kubernetes/manifests\n`,
  },
  {
    name: 'old group',
    text: 'apiVersion: kubeletconfig/v1alpha1\nkind: KubeletConfiguration\nfeatureGates:\n  A: true\n',
  },
];
