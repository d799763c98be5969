import type { Catalogue } from '../../messages/message';

/** What each exercise says: how it came to this, what must be true, three hints, and what was learnt. */
export const exerciseMessages: Catalogue = {
  'lab.csr-permission.title': 'Let a node ask',
  'lab.csr-permission.story':
    'A new node has its token, and the API server knows the token. Still the kubelet exits at once: its request for a certificate is answered 403.',
  'lab.csr-permission.goal':
    'The node is Ready on its first day, and a bootstrap token may do nothing but ask for a certificate.',
  'lab.csr-permission.hint1':
    '403 means: you are known, but you may not. Who is the kubelet while it bootstraps, and which binding should name that user or group?',
  'lab.csr-permission.hint2':
    'Kubernetes has a ClusterRole for exactly this, system:node-bootstrapper. Nothing in bootstrap-rbac.yaml binds it.',
  'lab.csr-permission.hint3':
    'Add a ClusterRoleBinding of ClusterRole system:node-bootstrapper to Group system:bootstrappers. The light bulb on the underlined binding writes it for you.',
  'lab.csr-permission.learnt':
    'A token gives an identity, RBAC gives the permission. Every bootstrap token is in the group system:bootstrappers, and system:node-bootstrapper lets that group create CertificateSigningRequests and read them, nothing else.',
  'lab.csr-permission.oftenRead':
    'Often read, but wrong: “a missing permission shows as 401”. It is 403 in every release; 401 means that the token itself was not accepted.',

  'lab.wrong-subject.title': 'The binding that names nobody',
  'lab.wrong-subject.story':
    'This cluster was copied from a guide of 2018, then moved from a token file to bootstrap tokens. The binding is there, and every node gets 403.',
  'lab.wrong-subject.goal':
    'The node is Ready on its first day, and a bootstrap token may do nothing but ask for a certificate.',
  'lab.wrong-subject.hint1': 'Compare two names: whom the binding names, and whom the API server takes this token for.',
  'lab.wrong-subject.hint2':
    'A bootstrap token logs in as user system:bootstrap:<token id>, in the group system:bootstrappers. The user kubelet-bootstrap came from a token file that is gone.',
  'lab.wrong-subject.hint3':
    'In the binding to system:node-bootstrapper, write kind: Group and name: system:bootstrappers in place of User kubelet-bootstrap.',
  'lab.wrong-subject.learnt':
    'A binding to a name that nobody has is valid and does nothing. Bind the group: it holds for every bootstrap token, those of next year too.',
  'lab.wrong-subject.oftenRead':
    'Often read, but: “bind system:node-bootstrapper to User kubelet-bootstrap” works only with a token file that uses this name. Bootstrap tokens have their own names since 1.6.',

  'lab.token-refused.title': 'A token that nobody accepts',
  'lab.token-refused.story':
    'Token, Secret and bindings are all in place, and the kubelet is answered 401 Unauthorized. Somebody has proposed to give it more rights.',
  'lab.token-refused.goal': 'The node is Ready on its first day, and no new right is given to anybody for it.',
  'lab.token-refused.hint1': '401 comes before RBAC: the API server does not know who is asking. No binding can help.',
  'lab.token-refused.hint2':
    'Secrets of type bootstrap.kubernetes.io/token are credentials only for a kube-apiserver that was told to look at them.',
  'lab.token-refused.hint3':
    'Add --enable-bootstrap-token-auth to kube-apiserver. A token file with this token would do as well.',
  'lab.token-refused.learnt':
    'Authentication first, then authorization: 401 is about the token, 403 about the rights. Bootstrap tokens are accepted only with --enable-bootstrap-token-auth (the name since 1.8).',
  'lab.token-refused.oftenRead':
    'Often read, but: “use a token file”. It works, but its tokens never end and a change needs a restart of kube-apiserver; since 1.8 bootstrap-token Secrets are the usual way.',

  'lab.first-approval.title': 'Who approves the first request?',
  'lab.first-approval.story':
    'Nodes may ask, and they do: kubectl get csr shows one Pending request for each node. A person approves them, when a person is there.',
  'lab.first-approval.goal':
    'A new node is Ready on its first day although nobody is there to approve, and a bootstrap token gets no further rights.',
  'lab.first-approval.hint1':
    'The controller csrapproving approves a request only when its sender has the right to have it approved. Which right, and for whom?',
  'lab.first-approval.hint2':
    'A first request is sent with the token, so the sender is in system:bootstrappers. The right is called certificatesigningrequests/nodeclient.',
  'lab.first-approval.hint3':
    'Bind ClusterRole system:certificates.k8s.io:certificatesigningrequests:nodeclient to Group system:bootstrappers.',
  'lab.first-approval.learnt':
    'kube-apiserver only stores the request. csrapproving, in kube-controller-manager, asks RBAC whether the sender may create certificatesigningrequests/nodeclient, and approves when it may.',
  'lab.first-approval.oftenRead':
    'Often read, but wrong: “the apiserver approves and signs”. Both are done by kube-controller-manager, in every release.',

  'lab.never-issued.title': 'Approved, and still no certificate',
  'lab.never-issued.story':
    'On a kubeadm cluster somebody followed a hardening guide. Since then requests are Approved, and stay so: no certificate is ever issued.',
  'lab.never-issued.goal': 'The node is Ready on its first day.',
  'lab.never-issued.hint1': 'Approving and signing are two controllers. The first one has done its work here.',
  'lab.never-issued.hint2': 'Look at --controllers of kube-controller-manager: a name with a minus sign does not run.',
  'lab.never-issued.hint3': 'Take -csrsigning out of --controllers; the star stands for it already.',
  'lab.never-issued.learnt':
    'An approval is a note on the request, a certificate is another controller’s work: csrsigning, which needs the CA certificate and key. When it does not run nothing fails and nothing is logged.',

  'lab.one-year-bomb.title': 'The bomb with a fuse of one year',
  'lab.one-year-bomb.story':
    'This is the guide’s cluster of Kubernetes 1.8, and every node works. The gate for rotation is on, so its operators believe that certificates renew themselves.',
  'lab.one-year-bomb.goal':
    'The node must still be Ready after 400 days, and no certificate may live longer than a year.',
  'lab.one-year-bomb.hint1':
    'Play the files to the end. On which day does the node drop out, and did the kubelet ever ask for a second certificate?',
  'lab.one-year-bomb.hint2':
    'Longer certificates only make the fuse longer, and a stolen key good for longer. The kubelet has to ask in time: that is a setting of the kubelet.',
  'lab.one-year-bomb.hint3': 'Add --rotate-certificates to KUBELET_ARGS.',
  'lab.one-year-bomb.learnt':
    'With rotation on, the kubelet asks for the next certificate between 70 and 90 percent of the life of the current one, with its own certificate and without a token.',
  'lab.one-year-bomb.oftenRead':
    'Often read, but: “the gate RotateKubeletClientCertificate turns rotation on”. True in 1.7 only; from 1.8 the gate is on by default and --rotate-certificates (or rotateCertificates: true, from 1.11) turns rotation on. From 1.21 the gate is unknown and the kubelet does not start with it.',

  'lab.renewal-approval.title': 'May join, may not stay',
  'lab.renewal-approval.story':
    'Rotation is on, and still the nodes are lost after a year. Shortly before, kubectl get csr shows Pending requests, sent by the nodes themselves. The bootstrap token ended a day after the nodes had joined.',
  'lab.renewal-approval.goal':
    'The node renews its certificate without a person and is still Ready after 400 days. No certificate lives longer than a year.',
  'lab.renewal-approval.hint1':
    'Who sends a renewal: a bootstrap token, or a node? Whose renewals may be approved here?',
  'lab.renewal-approval.hint2':
    'A node is in the group system:nodes. For renewals csrapproving asks about certificatesigningrequests/selfnodeclient.',
  'lab.renewal-approval.hint3':
    'Bind ClusterRole system:certificates.k8s.io:certificatesigningrequests:selfnodeclient to Group system:nodes.',
  'lab.renewal-approval.learnt':
    'Joining and renewing are two permissions for two identities: nodeclient for the group of the tokens, selfnodeclient for the nodes. The second one is missed a year later.',

  'lab.ten-minute-certificates.title': 'A new certificate every eight minutes',
  'lab.ten-minute-certificates.story':
    'Rotation works; it was tried out with short certificates. The test value went to production, and each node now asks for a new certificate every few minutes.',
  'lab.ten-minute-certificates.goal':
    'The node renews, is Ready after 400 days, and its certificates live at least 30 days and at most a year.',
  'lab.ten-minute-certificates.hint1':
    'Play the files and look at the life line. No finding tells you: ten minutes is allowed, it is only unwise.',
  'lab.ten-minute-certificates.hint2':
    'The kubelet does not choose how long its certificate lives; whoever signs it does.',
  'lab.ten-minute-certificates.hint3':
    'Set --experimental-cluster-signing-duration=8760h in kube-controller-manager.service, or leave the flag out: a year is the default.',
  'lab.ten-minute-certificates.learnt':
    'kube-controller-manager decides how long certificates live, 8760h unless told otherwise; the kubelet decides when to renew. Short enough to limit a theft, long enough to survive a weekend without control plane.',
  'lab.ten-minute-certificates.oftenRead':
    'Often copied, but: --experimental-cluster-signing-duration 10m0s is a test value. The flag is called --cluster-signing-duration since 1.19, and the old name stops kube-controller-manager from 1.25 on.',

  'lab.rotation-1.7.title': 'Rotation as it was in 1.7',
  'lab.rotation-1.7.story':
    'The other cluster of the guide, Kubernetes 1.7. Its nodes are restarted on day 350 for a new kernel. A fortnight later all of them are gone.',
  'lab.rotation-1.7.goal':
    'The node must still be Ready after 400 days, and no certificate may live longer than a year.',
  'lab.rotation-1.7.hint1': '--rotate-certificates does not exist yet: 1.7 has another switch for the same thing.',
  'lab.rotation-1.7.hint2':
    'In 1.7 rotation is an alpha feature, and alpha features are turned on by a gate of the kubelet.',
  'lab.rotation-1.7.hint3': 'Add --feature-gates=RotateKubeletClientCertificate=true to KUBELET_ARGS.',
  'lab.rotation-1.7.learnt':
    'In 1.7 the gate is the switch, and a renewed certificate is used for new connections only: the restart on day 350 is what brings it into use. From 1.8 on the kubelet closes its connections itself.',
  'lab.rotation-1.7.oftenRead':
    'Often read, but: “1.7 needs a restart to use the renewed certificate” is a work-around, not the mechanism. New TLS connections use the new certificate; 1.7 only keeps the old one open.',

  'lab.embedded-certificate.title': 'The one node that does not come back',
  'lab.embedded-certificate.story':
    'kubeadm 1.16 made this cluster, and upgrades have brought it to 1.29. Rotation is on and all nodes renew. On day 380 the first control-plane node is restarted, and stays NotReady; all others come back.',
  'lab.embedded-certificate.goal':
    'The node survives a restart on day 380 and is Ready on day 400. No certificate lives longer than a year.',
  'lab.embedded-certificate.hint1':
    'The kubelet renews, and a running kubelet uses what it has renewed. What does it read when it starts?',
  'lab.embedded-certificate.hint2':
    'kubelet.conf holds certificate and key themselves, those of the first day. Renewed ones go to /var/lib/kubelet/pki.',
  'lab.embedded-certificate.hint3':
    'In kubelet.conf, put client-certificate and client-key, both with /var/lib/kubelet/pki/kubelet-client-current.pem, in place of the two lines that end with -data. The light bulb does it.',
  'lab.embedded-certificate.learnt':
    'Rotation writes to kubelet-client-current.pem. A kubeconfig that holds its certificate, or names another file, leads to the old one at the next start. kubeadm init names the link itself since 1.17; upgrades do not repair old clusters.',
  'lab.embedded-certificate.oftenRead':
    'Often read, but: “kubeadm certs renew renews all certificates”. It renews those of the control plane, from 1.15 on also in the kubeconfigs of its components; it never touches kubelet.conf, nor the certificates of kubelets.',

  'lab.upgrade.title': 'From 2018 to 1.30 in one evening',
  'lab.upgrade.story':
    'The guide’s cluster was upgraded to Kubernetes 1.30 with its old files. Neither the kubelet nor kube-controller-manager starts.',
  'lab.upgrade.goal': 'All components start, and the node renews its certificate and is still Ready after 400 days.',
  'lab.upgrade.hint1':
    'A component that meets a flag or a gate it does not know says so and exits. Read the Problems panel.',
  'lab.upgrade.hint2':
    'Some flags have a new name, some only became the default, one gate is gone. What was its purpose, and what keeps that purpose now?',
  'lab.upgrade.hint3':
    'Run the command “Fix All Files of This Folder”: --bootstrap-kubeconfig, --cluster-signing-duration and --bind-address take the places of the old names, and the gate goes. --rotate-certificates stays.',
  'lab.upgrade.learnt':
    'Flags called experimental and gates that have graduated are removed, years later, with an exit and not with a warning. Each has a release in which it still worked with its new name: that is when to change it.',
  'lab.upgrade.oftenRead':
    'Often read, but: --experimental-bootstrap-kubeconfig is gone since 1.23, --experimental-cluster-signing-duration since 1.25, --address of kube-controller-manager since 1.24, the gate RotateKubeletClientCertificate since 1.21.',

  'lab.serving-verifiable.title': 'Make port 10250 verifiable',
  'lab.serving-verifiable.story':
    'kubectl logs works, but kube-apiserver cannot tell whether it speaks to the node: the kubelets serve certificates that they signed themselves.',
  'lab.serving-verifiable.goal':
    'Kubernetes 1.30: the kubelet serves a certificate signed by the cluster’s CA, kube-apiserver checks it, and nobody approves requests by hand.',
  'lab.serving-verifiable.hint1':
    'Three parts: the kubelet asks, somebody approves, kube-apiserver checks. Nothing built in approves serving requests since 1.11.',
  'lab.serving-verifiable.hint2':
    'serverTLSBootstrap: true makes the kubelet ask, --kubelet-certificate-authority makes kube-apiserver check. The approver is a program of your choice; what you write here is what it may do.',
  'lab.serving-verifiable.hint3':
    'For a ServiceAccount of the approver, bind a ClusterRole with: get, list, watch on certificatesigningrequests; update on certificatesigningrequests/approval; approve on signers, resourceNames kubernetes.io/kubelet-serving.',
  'lab.serving-verifiable.learnt':
    'A serving request names addresses, and a node could name those of others: that is why nothing built in approves it. An approver has to compare them with what it knows of the node.',
  'lab.serving-verifiable.oftenRead':
    'Often read, but dead: the role selfnodeserver approves nothing since 1.11, and the gate RotateKubeletServerCertificate does nothing in kube-controller-manager since then.',
};
