import type { Catalogue } from '../../messages/message';

/** Titles of the built-in scenarios, and what each teaches. */
export const scenarioMessages: Catalogue = {
  'flow.scenario.today.title': 'Today: a node joins and stays',
  'flow.scenario.today.teaches':
    'With rotation on and three bindings, a node gets its identity in a second and keeps it for ever.',
  'flow.scenario.era-1.8.title': '1.8: --rotate-certificates',
  'flow.scenario.era-1.8.teaches':
    'From 1.8 on the roles are built in, one flag turns rotation on, and serving certificates still approve themselves.',
  'flow.scenario.era-1.7.title': '1.7: feature gates and hand-made roles',
  'flow.scenario.era-1.7.teaches':
    'In 1.7 rotation is an alpha gate, the roles are written by hand, and a renewed certificate waits for a restart.',
  'flow.scenario.one-year-bomb.title': 'The one-year bomb',
  'flow.scenario.one-year-bomb.teaches':
    'Without rotation everything works for a year. Then every node goes NotReady, all on the same day.',
  'flow.scenario.missing-node-bootstrapper.title': 'Nobody may ask: the missing binding',
  'flow.scenario.missing-node-bootstrapper.teaches':
    'A known token without system:node-bootstrapper gets 403, not 401, and the kubelet exits at once.',
  'flow.scenario.kubeadm.title': 'kubeadm: token for a day, identity for ever',
  'flow.scenario.kubeadm.teaches':
    'kubeadm deletes its bootstrap file after the join and its token ends after a day. Renewal needs neither.',
  'flow.scenario.manual-approval.title': 'A person approves',
  'flow.scenario.manual-approval.teaches':
    'Without a binding to nodeclient the first request waits. A person looks at it and approves; the node joins.',
  'flow.scenario.wrong-token.title': 'A token nobody knows',
  'flow.scenario.wrong-token.teaches':
    'An unknown token gets 401, not 403, and the kubelet waits a full minute for the server before it gives up.',
  'flow.scenario.wrong-token.repair':
    'Put the token of the token file, or of a bootstrap token Secret, into the bootstrap kubeconfig.',
  'flow.scenario.token-file.title': 'A token file, and a person who approves',
  'flow.scenario.token-file.teaches':
    'A line of token.csv makes the kubelet somebody who may ask. A person approves, and the node has a name of its own.',
  'flow.scenario.automatic-approval.title': 'Nobody has to approve',
  'flow.scenario.automatic-approval.teaches':
    'Bound to nodeclient, the first request is approved by csrapproving itself: from token to Ready without a person.',
  'flow.scenario.malformed-token.title': 'A token of the wrong form',
  'flow.scenario.malformed-token.teaches':
    'A bootstrap token is six characters, a dot and sixteen more. Anything else is a plain unknown token: 401.',
  'flow.scenario.malformed-token.repair': 'Write the token as id.secret, as kubeadm token create prints it.',
  'flow.scenario.serving-approved-by-itself.title': '1.8 to 1.10: port 10250 approves itself',
  'flow.scenario.serving-approved-by-itself.teaches':
    'With the gate on both sides and selfnodeserver bound, serving requests were approved as well. 1.11 took that away.',
  'flow.scenario.expired-token.title': 'The token is too old',
  'flow.scenario.expired-token.teaches':
    'A bootstrap token that has ended is as good as none: every request is answered 401.',
  'flow.scenario.expired-token.repair': 'Make a new token and write it into the bootstrap kubeconfig.',
  'flow.scenario.controller-disabled.title': 'csrapproving is switched off',
  'flow.scenario.controller-disabled.teaches':
    'The binding is there, but the controller that would read it does not run. The log says nothing.',
  'flow.scenario.controller-disabled.repair': 'Take -csrapproving out of --controllers.',
  'flow.scenario.signing-key-missing.title': 'Approved, but never issued',
  'flow.scenario.signing-key-missing.teaches':
    'Without the CA key the signing controller is left out silently: requests stay Approved for ever.',
  'flow.scenario.signing-key-missing.repair':
    'Give the controller manager --cluster-signing-cert-file and --cluster-signing-key-file.',
  'flow.scenario.csr-denied.title': 'The request is denied',
  'flow.scenario.csr-denied.teaches':
    'A denied request stays denied. The same key gives the same name, so each start finds it again.',
  'flow.scenario.csr-denied.repair': 'Delete the denied request; the next start makes a new one.',
  'flow.scenario.api-server-other-ca.title': 'The wrong CA',
  'flow.scenario.api-server-other-ca.teaches':
    'The kubelet checks the API server against the CA in its kubeconfig. Another CA means no request at all.',
  'flow.scenario.api-server-other-ca.repair':
    'Put the CA that signed the API server certificate into the bootstrap kubeconfig.',
  'flow.scenario.missing-renewal-binding.title': 'May join, may not renew',
  'flow.scenario.missing-renewal-binding.teaches':
    'Rotation is on, but nobody lets nodes renew: requests wait, the certificate ends, and the kubelet gives up.',
  'flow.scenario.missing-renewal-binding.repair': 'Bind the role selfnodeclient to group system:nodes.',
  'flow.scenario.bomb-restarted.title': 'The bomb, defused by a restart',
  'flow.scenario.bomb-restarted.teaches':
    'With the bootstrap file and a living token, a restart after the end bootstraps again. Until the next year.',
  'flow.scenario.bomb-restarted.repair': 'Turn on rotateCertificates, so that it never comes to this.',
  'flow.scenario.bomb-without-bootstrap-file.title': 'The bomb, and no way back',
  'flow.scenario.bomb-without-bootstrap-file.teaches':
    'Certificate ended, bootstrap file gone: the kubelet cannot even start. It names the file it misses.',
  'flow.scenario.bomb-without-bootstrap-file.repair':
    'Put back a bootstrap kubeconfig with a fresh token, start the kubelet, and turn on rotation.',
  'flow.scenario.node-off-for-a-year.title': 'Switched off for too long',
  'flow.scenario.node-off-for-a-year.teaches':
    'Rotation works only while the kubelet runs. A node that sleeps past the end of its certificate is locked out.',
  'flow.scenario.node-off-for-a-year.repair': 'Give it a bootstrap kubeconfig with a fresh token and start it again.',
  'flow.scenario.embedded-certificate.title': 'The certificate in the kubeconfig',
  'flow.scenario.embedded-certificate.teaches':
    'Rotation renews a file the kubeconfig never names. The node lives on, until somebody restarts the kubelet.',
  'flow.scenario.embedded-certificate.repair':
    'Point client-certificate and client-key of the kubeconfig at kubelet-client-current.pem.',
  'flow.scenario.ca-changed.title': 'The CA was made anew',
  'flow.scenario.ca-changed.teaches':
    'Same name, other key: from that day on the kubelet trusts nothing the API server shows.',
  'flow.scenario.ca-changed.repair':
    'Write the new CA into the kubeconfig of every node before the API server uses it.',
  'flow.scenario.serving-nobody-approves.title': 'Port 10250 waits for somebody',
  'flow.scenario.serving-nobody-approves.teaches':
    'From 1.11 on nothing built in approves serving requests. The node is Ready, and kubectl logs fails.',
  'flow.scenario.serving-nobody-approves.repair':
    'Approve the request with kubectl, or run an approver for kubelet-serving.',
  'flow.scenario.serving-approver.title': 'Port 10250 with an approver',
  'flow.scenario.serving-approver.teaches':
    'An approver takes the place of the person: the serving certificate comes within seconds, also next year.',
  'flow.scenario.ten-minute-certificates.title': 'Certificates for ten minutes',
  'flow.scenario.ten-minute-certificates.teaches':
    'Five minutes are gone at once, because certificates start in the past. The kubelet renews every few minutes.',
  'flow.scenario.ten-year-certificates.title': 'Certificates for ten years',
  'flow.scenario.ten-year-certificates.teaches':
    'A long life only moves the day. Without rotation the bomb goes off in ten years, when nobody remembers.',
  'flow.scenario.ten-year-certificates.repair': 'Turn on rotateCertificates and let certificates be short.',
  'flow.scenario.two-nodes-one-name.title': 'Two nodes, one name',
  'flow.scenario.two-nodes-one-name.teaches':
    'Nothing keeps a second machine from bootstrapping under the same name: both get a certificate and share one Node, whose address flips.',
  'flow.scenario.two-nodes-one-name.repair':
    'Give each machine a name of its own: another host name, or another --hostname-override.',
  'flow.scenario.token-holder.title': 'Who holds the bootstrap token',
  'flow.scenario.token-holder.teaches':
    'Where nodeclient is bound, anybody with the bootstrap token gets a certificate for any node name.',
  'flow.scenario.token-holder.repair':
    'Let tokens expire soon and leave none on nodes, or bind no nodeclient and approve each request by hand.',
  'flow.scenario.upgrade-removed-gate.title': 'An upgrade and an old gate',
  'flow.scenario.upgrade-removed-gate.teaches':
    'The gate was locked on in 1.19 and is gone in 1.21. A kubelet that still sets it does not start.',
  'flow.scenario.upgrade-removed-gate.repair': 'Take the gate out of --feature-gates before the upgrade.',
  'flow.scenario.one-year-bomb.repair': 'Add --rotate-certificates, and bind selfnodeclient to group system:nodes.',
  'flow.scenario.missing-node-bootstrapper.repair': 'Bind system:node-bootstrapper to user kubelet-bootstrap.',
};
