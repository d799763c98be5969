import type { Catalogue } from '../../messages/message';
import type { QuestionId, questions } from '../questions/questions';

type Words<Id extends QuestionId> = Readonly<
  Record<'asks', string> &
    Record<keyof (typeof questions)[Id]['alternatives'], readonly [alternative: string, why: string]>
>;

/** The alternatives come with why they do not happen, for plays in which they do not. */
const words: { readonly [Id in QuestionId]: Words<Id> } = {
  token: {
    asks: 'The kubelet shows its bootstrap token. What does the API server make of it?',
    known: [
      'It knows the token, and with it a user and groups.',
      'It knows no such token: none stands in a token file or a Secret, or its time is over.',
    ],
    forbidden: [
      'It answers 403 Forbidden.',
      '403 is about what a known client may do. First the API server must find out who this is.',
    ],
    unauthorized: [
      'It answers 401 Unauthorized.',
      '401 means that nobody is known by this token. Here the token is known, and has not ended.',
    ],
  },
  ask: {
    asks: 'The API server knows who asks. May this user create a CertificateSigningRequest?',
    unauthorized: [
      'No: 401 Unauthorized.',
      '401 is about who somebody is, and that is settled. Now it is about what this user may do.',
    ],
    allowed: [
      'Yes: a role that a binding gives says so.',
      'A known token is not a permission yet: no binding gives system:node-bootstrapper to this user.',
    ],
    forbidden: ['No: 403 Forbidden.', 'A binding gives this user, or its group, a role that may create requests.'],
  },
  approve: {
    asks: 'The request is stored. Who approves it?',
    apiserver: [
      'kube-apiserver, when it stores the request.',
      'kube-apiserver only stores requests. Whether somebody gets what is asked for is decided elsewhere.',
    ],
    csrapproving: [
      'The controller csrapproving, at once.',
      'csrapproving approves only when a binding lets this user have the certificate, and only where it runs.',
    ],
    nobody: [
      'Nobody, for the time being: it stays Pending.',
      'csrapproving runs, and a binding lets this user have its certificate: nobody has to look.',
    ],
  },
  sign: {
    asks: 'The request is approved. Where does the certificate come from?',
    kubelet: [
      'The kubelet signs it with its own key.',
      'What the kubelet signs itself proves nothing to the API server. The cluster CA must sign.',
    ],
    csrsigning: [
      'The controller csrsigning signs it with the cluster CA.',
      'csrsigning has to run, and to have certificate and key of the CA. One of these is missing here.',
    ],
    nobody: [
      'Nowhere: the request stays Approved without a certificate.',
      'csrsigning runs and has the key of the CA: an approved request is signed at once.',
    ],
  },
  'serving-approve': {
    asks: 'The kubelet asks for a certificate for port 10250. Who approves this one?',
    csrapproving: [
      'The controller csrapproving, as it did the first.',
      'csrapproving approves serving requests up to 1.10 only, and only with its gate. From 1.11 on nothing built in does.',
    ],
    operator: [
      'Somebody from outside: a person, or an approver that the operator runs.',
      'Nobody from outside is at work here.',
    ],
    nobody: ['Nobody: it stays Pending.', 'Somebody does approve it here, even though nothing forces anybody to.'],
  },
  'renewal-approve': {
    asks: 'The request for the next certificate comes from the node itself. Who approves it?',
    kubelet: [
      'Nobody needs to: a node may renew what it has.',
      'A renewal is a request like any other. A valid certificate is no permission to get the next.',
    ],
    csrapproving: [
      'The controller csrapproving, at once.',
      'csrapproving needs a binding of selfnodeclient to the nodes. The one for the first certificate does not count.',
    ],
    nobody: [
      'Nobody: it stays Pending.',
      'A binding of selfnodeclient lets nodes renew: csrapproving approves at once.',
    ],
  },
  renewal: {
    asks: 'The certificate is good for a while yet. What does the kubelet do before it ends?',
    token: [
      'It uses its bootstrap token once more.',
      'Before the end a kubelet asks as itself, or it does not ask at all. The token may be long gone.',
    ],
    itself: [
      'It asks for the next one, as itself.',
      'It would if rotation were on. Nothing tells this kubelet to renew.',
    ],
    nothing: ['Nothing: the certificate ends.', 'Rotation is on, so it asks well before the end.'],
  },
  'after-expiry': {
    asks: 'The certificate has ended. What becomes of the kubelet?',
    renews: [
      'It renews the certificate now, as itself.',
      'Too late: to the API server, who shows an expired certificate is nobody.',
    ],
    refused: [
      'It keeps running, and the API server refuses its heartbeats.',
      'This kubelet does not go on trying: it stops.',
    ],
    exits: ['It exits at once.', 'It keeps running: its containers need no API server.'],
  },
};

/** What is asked before decisive steps. */
export const questionMessages: Catalogue = Object.fromEntries(
  Object.entries(words).flatMap(([id, { asks, ...alternatives }]) => [
    [`flow.question.${id}`, asks] as const,
    ...Object.entries(alternatives).flatMap(([alternative, [text, why]]) => [
      [`flow.question.${id}.${alternative}`, text] as const,
      [`flow.question.${id}.${alternative}.why`, why] as const,
    ]),
  ]),
);
