import type { Catalogue } from '../../messages/message';

/** What can be asked of a play, and what is wrong with a question that cannot. Names of settings, roles and groups stay as they are. */
export const whatIfMessages: Catalogue = {
  'flow.whatIf.set': '{setting}: {value}',
  'flow.whatIf.empty': '{setting} without a value',
  'flow.whatIf.bound': '{role} bound to {group}',
  'flow.whatIf.unbound': '{role} bound to nobody',
  'flow.whatIf.client-approval': 'a person approves the client request after {value}',
  'flow.whatIf.serving-approver': 'serving requests are approved after {value}',
  'flow.whatIf.token-expiry': 'the bootstrap token ends after {value}',
  'flow.whatIf.api-server-down': 'the API server is down from {from} to {to} after the start',
  'flow.whatIf.node-clock': "the node's clock is {value} ahead",
  'flow.whatIf.node-clock-behind': "the node's clock is {value} behind",
  'flow.whatIf.node-address': 'the node has no IP address',
  'flow.whatIf.control-plane-clock': "the control plane's clock is {value} ahead",
  'flow.whatIf.control-plane-clock-behind': "the control plane's clock is {value} behind",
  'flow.whatIf.control-plane-upgrade': 'the control plane is upgraded to {what} after {at}',
  'flow.whatIf.kubelet-restart': 'the kubelet is restarted after {value}',
  'flow.whatIf.node-off': 'the node is switched off from {from} to {to} after the start',
  'flow.whatIf.file-deleted': 'the file {what} of the node is deleted after {at}',
  'flow.whatIfProblem.unknown': 'there is no what-if "{id}": this release knows {known}',
  'flow.whatIfProblem.unknown-near': 'there is no what-if "{id}": did you mean {near}?',
  'flow.whatIfProblem.too-new': '{id} means nothing in {release}: it exists from {since} on',
  'flow.whatIfProblem.other-release': '{id} means nothing in {release}: it exists from {since} to {until}',
  'flow.whatIfProblem.no-value': '{id} needs a value, for example {offered}',
  'flow.whatIfProblem.bad-value': '{id} does not take "{value}": take for example {offered}',
  'flow.whatIfProblem.too-long': '{id}={value} looks further than a hundred years: that is the limit',
};
