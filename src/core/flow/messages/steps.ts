import type { Catalogue } from '../../messages/message';

/** Sentences of the player's steps: what happens and why, at most 25 words each. */
export const stepMessages: Catalogue = {
  'flow.step.start':
    'The kubelet starts. There is no kubeconfig yet, so the node has no identity and must ask for one.',
  'flow.step.start.label': 'any kubeconfig?',
  'flow.step.start-known': 'The kubelet starts and finds a kubeconfig, so this node already has an identity.',
  'flow.step.start-known.label': 'read kubeconfig',
  'flow.step.start-on': 'On {machine} a kubelet starts. It will ask for a certificate as node {node}.',
  'flow.step.start-on.label': 'start on {machine}',
  'flow.step.registered-before':
    'The kubelet on {machine} finds its node registered already, and posts its own addresses and status there.',
  'flow.step.registered-before.label': 'node is taken',
  'flow.step.lease-conflict':
    'The kubelet on {machine} cannot renew the lease of its node: the other one has changed it.',
  'flow.step.lease-conflict.label': 'lease changed',
  'flow.step.csr-by-hand': 'Somebody with the credentials of {username} asks by hand for a certificate as {subject}.',
  'flow.step.csr-by-hand.label': 'create {name}',
  'flow.step.start-again': 'The kubelet starts again and looks at its files afresh.',
  'flow.step.start-again.label': 'start again',
  'flow.step.settings-refused':
    '{component} does not take one of its settings, so it ends at once, before it does anything.',
  'flow.step.settings-refused.label': 'refuses its settings',
  'flow.step.bootstrap-credentials':
    'The bootstrap kubeconfig gives the address of the API server, its CA, and a token that can only ask.',
  'flow.step.bootstrap-credentials.label': 'bootstrap kubeconfig',
  'flow.step.bootstrap-kubeconfig-refused':
    'The bootstrap kubeconfig leads to no API server: current-context, its cluster or the server is missing. The kubelet ends.',
  'flow.step.bootstrap-kubeconfig-refused.label': 'no server in it',
  'flow.step.token-accepted': 'The kubelet shows its token. The API server knows it as user {username}, nothing more.',
  'flow.step.token-accepted.label': 'bootstrap token',
  'flow.step.token-refused': 'The kubelet shows its token, but the API server does not know it, or it has expired.',
  'flow.step.token-refused.label': 'unknown token',
  'flow.step.create-allowed': 'May {username} create certificate requests? RBAC says yes: {binding}.',
  'flow.step.create-allowed.label': 'may it ask?',
  'flow.step.create-refused':
    'May {username} create certificate requests? No binding to system:node-bootstrapper says so: RBAC refuses.',
  'flow.step.create-refused.label': 'may it ask? no',
  'flow.step.answer-401':
    'The answer is 401: this client is nobody. Without a known identity the kubelet cannot even ask.',
  'flow.step.answer-401.label': '401 Unauthorized',
  'flow.step.answer-401-outdated':
    'The answer is 401: the client that sends requests still shows an older certificate, and that one has expired.',
  'flow.step.answer-401-outdated.label': '401 Unauthorized',
  'flow.step.connection-dropped':
    'The client opens a new connection, finds a newer certificate in the file, and closes all its connections, this one too.',
  'flow.step.connection-dropped.label': 'closed at once',
  'flow.step.certificate-file-missing':
    'The file that the kubeconfig names is gone, so there is no certificate to send the request with.',
  'flow.step.certificate-file-missing.label': 'no file',
  'flow.step.answer-403':
    'The answer is 403: the client is known, but may not do this. The kubelet gets no certificate.',
  'flow.step.answer-403.label': '403 Forbidden',
  'flow.step.unreachable':
    'The request does not arrive: the kubelet cannot reach the API server, or does not trust its certificate.',
  'flow.step.not-served':
    'The answer is 404: this API server no longer has the version of the request API that the kubelet speaks.',
  'flow.step.not-served.label': '404 Not Found',
  'flow.step.upgraded':
    '{component} starts again, at {release} now, with the same flags and the defaults of that release.',
  'flow.step.upgraded.label': '{component} {release}',
  'flow.step.stopped': 'The kubelet ends: {what}. Its certificates stay on disk and grow old.',
  'flow.step.stopped.label': 'stopped',
  'flow.step.file-removed': '{file} is deleted. A kubelet that runs does not notice.',
  'flow.step.file-removed.label': 'file deleted',
  'flow.step.unreachable.label': 'no answer',
  'flow.step.create-csr': 'The kubelet sends request {name}: it wants to be this node. The private key stays at home.',
  'flow.step.create-csr.label': 'client CSR',
  'flow.step.approved':
    'csrapproving asks RBAC whether {username} may have this. {binding} says yes, so it approves the request.',
  'flow.step.approved.label': 'approve',
  'flow.step.approved-by-hand': 'A person looks at the request and approves it with kubectl certificate approve.',
  'flow.step.approved-by-hand.label': 'kubectl approve',
  'flow.step.approved-by-script': 'A script finds the request and approves it with kubectl certificate approve.',
  'flow.step.approved-by-script.label': 'script approves',
  'flow.step.approved-by-approver':
    'An approver that the operator runs checks the names and addresses asked for, and approves the request.',
  'flow.step.approved-by-approver.label': 'approver approves',
  'flow.step.denied': 'A person denies the request with kubectl certificate deny. It can never be signed now.',
  'flow.step.denied.label': 'kubectl deny',
  'flow.step.not-approved':
    'csrapproving understands the request, but no binding lets {username} have it. It stays Pending until a person approves.',
  'flow.step.not-approved.label': 'may it have it? no',
  'flow.step.nobody-approves':
    'No controller decides about this request and no person has approved it: it stays Pending.',
  'flow.step.nobody-approves.label': 'Pending',
  'flow.step.nobody-approves-serving':
    'Nothing built into this release approves serving requests. Until a person or an approver does, port 10250 has no certificate.',
  'flow.step.nobody-approves-serving.label': 'Pending',
  'flow.step.signed': 'csrsigning signs the request with the cluster CA. The certificate is good for {life}.',
  'flow.step.signed.label': 'sign',
  'flow.step.signed-ended':
    'csrsigning signs the request with the cluster CA, but for a duration of {duration}: the certificate has ended when it comes.',
  'flow.step.signed-ended.label': 'signed, already over',
  'flow.step.not-signed':
    'The request is approved, but the controller manager has no key to sign with: no certificate ever comes.',
  'flow.step.not-signed.label': 'no signing key',
  'flow.step.nobody-signs':
    'The request is approved, but no controller signs it: it stays Approved, and no certificate ever comes.',
  'flow.step.nobody-signs.label': 'Approved, not issued',
  'flow.step.signing-failed':
    'csrsigning does not sign the request: what it asks for breaks a rule of its signer. It is Failed for good.',
  'flow.step.signing-failed.label': 'Failed',
  'flow.step.store': 'The kubelet writes its first client certificate to {file}.',
  'flow.step.store.label': 'client certificate',
  'flow.step.kubeconfig':
    'The kubelet writes its kubeconfig, which names the certificate in its certificate directory.',
  'flow.step.kubeconfig.label': 'kubeconfig',
  'flow.step.register': 'With its certificate the kubelet is known as system:node:{node}. It registers the node.',
  'flow.step.register.label': 'register node',
  'flow.step.register-refused':
    'The kubelet tries to register the node, but it shows no certificate that the API server accepts.',
  'flow.step.register-refused.label': 'register node',
  'flow.step.standalone': 'Nothing tells the kubelet to use its kubeconfig: it runs on its own and registers no node.',
  'flow.step.standalone.label': 'no API server',
  'flow.step.ready': 'The kubelet reports that it is healthy: the node is Ready and gets work.',
  'flow.step.ready.label': 'Ready',
  'flow.step.self-signed':
    'For port 10250 the kubelet signs a certificate itself. It encrypts, but nobody can check who it is.',
  'flow.step.self-signed.label': 'self-signed certificate',
  'flow.step.serving-csr':
    'Now with its own identity, the kubelet asks for a certificate for port 10250: request {name}.',
  'flow.step.serving-csr.label': 'serving CSR',
  'flow.step.no-address':
    'The node has no IP address, so the kubelet sends no request for port 10250, which has no certificate.',
  'flow.step.no-address.label': 'no IP address',
  'flow.step.serving-renewal-csr':
    'After {when} the certificate of port 10250 is due too: the kubelet asks for the next one.',
  'flow.step.serving-renewal-csr.label': 'serving renewal CSR',
  'flow.step.store-serving':
    'The kubelet stores its serving certificate: clients of port 10250 can now check who answers.',
  'flow.step.store-serving.label': 'serving certificate',
  'flow.step.renewal-csr':
    'After {when}, between 70 % and 90 % of its life, the kubelet asks for the next certificate, as itself.',
  'flow.step.renewal-csr.label': 'renewal CSR',
  'flow.step.store-renewed':
    'The new certificate lies beside the old one; kubelet-client-current.pem now points at it.',
  'flow.step.store-renewed.label': 'renewed certificate',
  'flow.step.connections-closed': 'The kubelet closes its connections, so that the next ones use the new certificate.',
  'flow.step.connections-closed.label': 'reconnect',
  'flow.step.spinning':
    'Each certificate is due for renewal the moment it comes. The kubelet asks again every second, without end.',
  'flow.step.spinning.label': 'asks every second',
  'flow.step.expired-rotation-off':
    'After {when} the client certificate ends. Rotation is off, so nothing has renewed it.',
  'flow.step.expired-rotation-off.label': 'certificate ends',
  'flow.step.expired': 'After {when} the client certificate ends before a new one has come.',
  'flow.step.expired.label': 'certificate ends',
  'flow.step.status-refused':
    'The next heartbeat is refused: an expired certificate proves nothing. The kubelet keeps running and trying.',
  'flow.step.status-refused.label': 'heartbeat refused',
  'flow.step.status-lost':
    'The next heartbeat does not arrive: the kubelet cannot reach the API server, or no longer trusts it.',
  'flow.step.status-lost.label': 'no heartbeat',
  'flow.step.not-ready':
    'No heartbeat has come for the whole grace period, so the node controller calls the node NotReady.',
  'flow.step.not-ready.label': 'NotReady',
  'flow.step.gives-up':
    'Without a valid certificate, and with an API server that answers, the kubelet gives up on purpose.',
  'flow.step.gives-up.label': 'gives up',
  'flow.step.kubeconfig-expired':
    'The certificate named in the kubeconfig has expired, so the kubelet bootstraps again.',
  'flow.step.kubeconfig-expired.label': 'expired certificate',
  'flow.step.cannot-bootstrap': 'It cannot go on with what it finds there: the kubelet stops with these words.',
  'flow.step.cannot-bootstrap.label': 'cannot bootstrap',
  'flow.step.bootstrap-ends':
    'No certificate comes of this request. The kubelet stops; until then it had not even started its work.',
  'flow.step.bootstrap-ends.label': 'no certificate',
  'flow.step.exit': 'The kubelet exits with code {code}. Only the service manager can start it again.',
  'flow.step.exit.label': 'exit {code}',
  'flow.step.renewed-client':
    'The client certificate is renewed {count} more times, the last time after {when}. The node never notices.',
  'flow.step.renewed-client.label': 'renews {count} more times',
  'flow.step.renewed-client-once': 'The client certificate is renewed once more, after {when}. The node never notices.',
  'flow.step.renewed-client-once.label': 'renews once more',
  'flow.step.renewed-serving':
    'The certificate of port 10250 is renewed {count} more times, the last time after {when}.',
  'flow.step.renewed-serving.label': 'renews {count} more times',
  'flow.step.renewed-serving-once': 'The certificate of port 10250 is renewed once more, after {when}.',
  'flow.step.renewed-serving-once.label': 'renews once more',
  'flow.step.not-renewed-client': 'The kubelet asks {count} more times, the last time after {when}, each time in vain.',
  'flow.step.not-renewed-client.label': 'asks {count} more times',
  'flow.step.not-renewed-client-once': 'The kubelet asks once more, after {when}, in vain.',
  'flow.step.not-renewed-client-once.label': 'asks once more',
  'flow.step.not-renewed-serving':
    'The kubelet asks {count} more times for port 10250, the last time after {when}. Nobody approves.',
  'flow.step.not-renewed-serving.label': 'asks {count} more times',
  'flow.step.not-renewed-serving-once': 'The kubelet asks once more for port 10250, after {when}. Nobody approves.',
  'flow.step.not-renewed-serving-once.label': 'asks once more',
  'flow.step.refused-client':
    'The kubelet tries {count} more times, the last time after {when}, and is refused each time.',
  'flow.step.refused-client.label': 'tries {count} more times',
  'flow.step.refused-client-once': 'The kubelet tries once more, after {when}, and is refused again.',
  'flow.step.refused-client-once.label': 'tries once more',
  'flow.step.refused-serving':
    'The kubelet tries {count} more times for port 10250, the last time after {when}, and is refused each time.',
  'flow.step.refused-serving.label': 'tries {count} more times',
  'flow.step.refused-serving-once': 'The kubelet tries once more for port 10250, after {when}, and is refused again.',
  'flow.step.refused-serving-once.label': 'tries once more',
  'flow.step.renewal-at-once-csr':
    'A certificate out of the kubeconfig is replaced at once: the kubelet asks for its own, as itself.',
  'flow.step.renewal-at-once-csr.label': 'renewal CSR',
  'flow.step.left-out': 'Here {count} steps of the same kinds are left out.',
  'flow.step.left-out.label': '{count} steps left out',
  'flow.step.again': 'The same happens {count} more times, the last time after {when}. The node never notices.',
  'flow.step.again.label': '{count} times more',
  'flow.step.again-once': 'The same happens once more, after {when}. The node never notices.',
  'flow.step.again-once.label': 'once more',
  'flow.step.again-waits':
    'The same happens {count} more times, the last time after {when}, and still no certificate comes.',
  'flow.step.again-waits.label': '{count} times more',
  'flow.step.again-waits-once': 'The same happens once more, after {when}, and still no certificate comes.',
  'flow.step.again-waits-once.label': 'once more',
  'flow.step.again-fails':
    'It fails the same way {count} more times. Nothing changes until somebody repairs the cause.',
  'flow.step.again-fails.label': '{count} times more',
  'flow.step.again-fails-once': 'It fails the same way once more. Nothing changes until somebody repairs the cause.',
  'flow.step.again-fails-once.label': 'once more',
};
