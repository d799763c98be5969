import type { Catalogue } from '../../messages/message';
import { heldMessages } from './held';
import { questionMessages } from './questions';
import { releaseMessages } from './releases';
import { scenarioMessages } from './scenarios';
import { spanMessages } from './spans';
import { stepMessages } from './steps';
import { symptomMessages } from './symptoms';
import { transcriptMessages } from './transcript';
import { whatIfMessages } from './whatIfs';

/** All English texts of the flow room. */
export const flowMessages: Catalogue = {
  ...stepMessages,
  ...scenarioMessages,
  ...symptomMessages,
  ...questionMessages,
  ...releaseMessages,
  ...whatIfMessages,
  ...transcriptMessages,
  ...heldMessages,
  ...spanMessages,
  'flow.lane.others': 'and {count} more',
  'flow.actor.files': 'files',
  'flow.actor.filesOf': 'files {name}',
  'flow.assumption': '{setting}: {value}',
  'flow.assumption.notSet': '{setting}: not set',
  'flow.assumption.otherRelease': '{setting}: known to the release that runs here, not {release}',
  'flow.assumption.file': '{file}: is there',
  'flow.assumption.certificate': '{file}: holds a client certificate valid for one year',
  'flow.assumption.mayApprove': 'identity of kube-controller-manager: may approve and sign requests',
  'flow.assumption.token': 'bootstrap token: accepted as {username}, groups {groups}',
  'flow.assumption.bindings': 'RBAC bindings for bootstrapping: {roles}',
  'flow.assumption.script': '{command} in a script: approves the requests of this kubelet',
  'flow.assumption.length': 'length of the story: ends after {count} events',
  'flow.outcome.ready-and-renewing':
    'The node is Ready. It renews its certificate after about {renewal} and never runs out.',
  'flow.outcome.ready-until-expiry': 'The node is Ready, but only until its certificate ends after {end}.',
  'flow.outcome.not-ready-after-expiry':
    'After {when} the node is NotReady: its certificate has ended. Cause: {cause}.',
  'flow.outcome.not-ready-after-expiry-unexplained':
    'After {when} its certificate has ended, and nothing the node sends is accepted any more.',
  'flow.outcome.not-ready-after-expiry-unused':
    'After {when} the node is NotReady: the kubelet has renewed its certificate, but goes on with the old one until it is started again.',
  'flow.outcome.exited': 'The kubelet does not run: it has exited, and the node never becomes Ready.',
  'flow.outcome.exited-later':
    'The kubelet does not run any more: it has exited for good after {when}, and the node is NotReady.',
  'flow.outcome.unreachable-later':
    'After {when} the node is NotReady: the kubelet cannot reach the API server, or does not trust it.',
  'flow.outcome.stuck-pending': 'The request waits for approval that never comes; the node never becomes Ready.',
  'flow.outcome.never-issued': 'The request is approved, but nobody signs it; the node never becomes Ready.',
  'flow.outcome.unauthorized': 'The API server accepts nothing the kubelet shows; the node never becomes Ready.',
  'flow.outcome.standalone':
    'The kubelet runs on its own: no setting tells it to speak to an API server, so the node never registers.',
  'flow.outcome.no-kubelet': 'No kubelet is in view, so none is played.',
  'flow.outcome.unreachable': 'The kubelet cannot reach the API server; the node never becomes Ready.',
  'flow.outcome.unknown.variable-not-in-view':
    'How it ends is not known: nothing in view sets ${name}, which may hold {setting}.',
  'flow.outcome.unknown.file-not-in-view': 'How it ends is not known: {path} may set {setting} and is not in view.',
  'flow.outcome.unknown.templated': 'How it ends is not known: a template decides {setting} in {path}.',
  'flow.outcome.unknown.changed-later':
    'How it ends is not known: a script changes {path} after writing it, and {setting} may stand there.',
  'flow.outcome.unknown.malformed': 'How it ends is not known: the value of {setting} in {path} cannot be read.',
  'flow.outcome.unknown.component-not-in-view':
    'How it ends is not known: the command line of {component} may set {setting} and is not in view.',
  'flow.outcome.unknown.contradiction':
    'How it ends is not known: these files contradict each other about {setting}: {paths}.',
};
