import type { LabFile } from '../labFile';

/** The bootstrap token of the manuals: nobody's secret. */
const ID = '07401b';
const SECRET = 'f395accd246ae52d';

/** The token as the kubelet sends it. */
export const EXAMPLE_TOKEN = `${ID}.${SECRET}`;

/** Returns the kubeconfig a kubelet bootstraps with; `ca` is the path of the cluster's CA on the node. */
export function bootstrapKubeconfig(path: string, ca: string, token = EXAMPLE_TOKEN): LabFile {
  const text = `apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    certificate-authority: ${ca}
    server: https://10.40.0.11:6443
users:
- name: kubelet-bootstrap
  user:
    token: ${token}
contexts:
- name: default
  context:
    cluster: kubernetes
    user: kubelet-bootstrap
current-context: default
`;
  return { path, text };
}

/** The Secret that gives the example token its meaning. */
export const bootstrapTokenSecret: LabFile = {
  path: 'bootstrap-token.yaml',
  text: `apiVersion: v1
kind: Secret
metadata:
  name: bootstrap-token-${ID}
  namespace: kube-system
type: bootstrap.kubernetes.io/token
stringData:
  token-id: ${ID}
  token-secret: ${SECRET}
  usage-bootstrap-authentication: "true"
  usage-bootstrap-signing: "true"
`,
};

/** A token file as the guides of 2018 made it. */
export const tokenFile: LabFile = {
  path: 'token.csv',
  text: `${EXAMPLE_TOKEN},kubelet-bootstrap,10001,"system:bootstrappers"\n`,
};

/** The kubeconfig of a node on which kubeadm before 1.17 ran `init` (behaviour `kubeadm.embedded`); no real key is in it. */
export const embeddedKubeconfig: LabFile = {
  path: 'kubelet.conf',
  text: `apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    certificate-authority: /etc/kubernetes/pki/ca.crt
    server: https://10.40.0.11:6443
users:
- name: system:node:control-plane-1
  user:
    client-certificate-data: RVhBTVBMRSBDRVJUSUZJQ0FURQ==
    client-key-data: RVhBTVBMRSBLRVk=
contexts:
- name: default
  context:
    cluster: kubernetes
    user: system:node:control-plane-1
current-context: default
`,
};
