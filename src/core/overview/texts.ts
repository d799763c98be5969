import type { Catalogue } from '../messages/message';

/** English texts about what a folder's files mean together. */
export const overviewTexts = {
  'overview.topic.bootstrap': 'Bootstrap',
  'overview.topic.renewal': 'Renewal',
  'overview.topic.serving': 'Serving',
  'overview.topic.access': 'Access',

  'overview.value.set': '{value}',
  'overview.value.hidden': 'set, not shown here',
  'overview.value.default': '{value} (default)',
  'overview.value.absent': 'not set',
  'overview.value.unknown': 'unknown',

  'overview.reason.variable-not-in-view': 'Nothing in view sets ${name}.',
  'overview.reason.file-not-in-view': '{path} is not in view.',
  'overview.reason.templated': 'A template decides it in {path}.',
  'overview.reason.malformed': 'The value in {path} cannot be read.',
  'overview.reason.component-not-in-view': 'The command line of {component} is not in view.',
  'overview.reason.contradiction': 'These files contradict each other, so nothing is joined from them: {paths}.',
  'overview.silent': 'Rules that say nothing for lack of it: {rules}.',
  'overview.contradiction':
    '{component}, {setting}: these files contradict each other, so nothing is joined from them: {paths}.',

  'overview.bindings': 'Bindings',
  'overview.binding': '{role} for {subjects}',
  'overview.tokens': 'Tokens',
  'overview.token': 'in {groups}',
  'overview.kubeconfigs': 'Kubeconfigs',
  'overview.credential.token': 'with a token',
  'overview.credential.certificate': 'with a client certificate',
  'overview.credential.program': 'with the credentials of a program',
  'overview.credential.password': 'with a password',
  'overview.credential.none': 'without a credential',
  'overview.credential.unknown': 'without a user in view',

  'overview.entry': 'Ready; the first certificate ends after {end} and is renewed after about {renewal}',

  'overview.requests': 'Certificate requests',
  'overview.request.hidden': 'a template decides what is asked for',
  'overview.request.unreadable': 'cannot be read',
  'overview.request.Approved': '{subject}: approved',
  'overview.request.Denied': '{subject}: denied',
  'overview.request.Failed': '{subject}: failed',
  'overview.request.elsewhere': '{subject}: not for a node',
  'overview.request.serving': '{subject}, serving: waits for a person or an approver from outside',
  'overview.request.not-recognised': '{subject}: nothing built in recognises it, waits for a person',
  'overview.request.group-flag': '{subject}: approved if the group flag names whoever asks',
  'overview.request.approver-off': '{subject}: csrapproving is off, waits for a person',
  'overview.request.recognised': '{subject}: recognised as {as}; the right to it is not in view',
  'overview.request.not-permitted': '{subject}: recognised as {as}, right missing, waits for a person',
  'overview.request.approved': '{subject}: csrapproving approves it as {as}',

  'overview.summary.ready-and-renewing': 'Ready · renews',
  'overview.summary.ready-until-expiry': 'Ready until its certificate ends',
  'overview.summary.not-ready-after-expiry': 'NotReady once its certificate ends',
  'overview.summary.exited': 'the kubelet exits',
  'overview.summary.stuck-pending': 'waits for approval',
  'overview.summary.never-issued': 'approved, never issued',
  'overview.summary.unauthorized': 'refused',
  'overview.summary.no-kubelet': 'no kubelet in view',
  'overview.summary.standalone': 'never asks the API server',
  'overview.summary.unreachable': 'API server out of reach',
  'overview.summary.unknown.variable-not-in-view': 'not known (nothing in view sets ${name}, which may hold {setting})',
  'overview.summary.unknown.file-not-in-view': 'not known ({path} may set {setting} and is not in view)',
  'overview.summary.unknown.templated': 'not known (a template decides {setting})',
  'overview.summary.unknown.malformed': 'not known (the value of {setting} cannot be read)',
  'overview.summary.unknown.component-not-in-view':
    'not known (the command line of {component} may set {setting} and is not in view)',
  'overview.summary.unknown.contradiction': 'not known (files contradict each other about {setting})',
  'overview.serving.signed': 'serving signed by the cluster',
  'overview.serving.pending': 'serving waits for approval',
  'overview.serving.self-signed': 'serving self-signed',
} as const satisfies Catalogue;

export type OverviewTextId = keyof typeof overviewTexts;
