import type { Catalogue } from '../messages/message';

/** English texts of explanations, as Markdown. What comes from files stands between backticks only; `{place}` is for who shows them. */
export const explainTexts = {
  'explain.flag': '`--{name}`: flag of {component}',
  'explain.gate': '`{name}`: feature gate',
  'explain.field': '`{name}`: field of {kind}',
  'explain.role': '`{name}`: built-in ClusterRole',
  'explain.signer': '`{name}`: built-in signer',

  'explain.state.accepted': 'Kubernetes {release}: accepted.',
  'explain.state.acceptedDefault': 'Kubernetes {release}: accepted, default `{default}`.',
  'explain.state.deprecated': 'Kubernetes {release}: deprecated.',
  'explain.state.deprecatedDefault': 'Kubernetes {release}: deprecated, default `{default}`.',
  'explain.state.removed': 'Kubernetes {release}: gone.',
  'explain.state.not-yet': 'Kubernetes {release}: not there yet.',
  'explain.state.present': 'Kubernetes {release}: there without anybody writing it.',
  'explain.state.presentWithGate': 'Kubernetes {release}: there while kube-apiserver has the gate `{gate}` on.',
  'explain.state.stageOn': 'Kubernetes {release}: {stage}, on by default.',
  'explain.state.stageOff': 'Kubernetes {release}: {stage}, off by default.',
  'explain.state.lockedOn': 'Kubernetes {release}: {stage}, locked on.',
  'explain.state.lockedOff': 'Kubernetes {release}: {stage}, locked off.',

  'explain.life.always': 'in {oldest} or earlier',
  'explain.life.since': 'since {since}',
  'explain.life.deprecated': 'deprecated in {deprecatedIn}',
  'explain.life.removed': 'gone in {removedIn}',
  'explain.life.stageOn': '{stage}, on: {releases}',
  'explain.life.stageOff': '{stage}, off: {releases}',
  'explain.life.lockedOn': '{stage}, locked on: {releases}',
  'explain.life.lockedOff': '{stage}, locked off: {releases}',

  'explain.likely': 'That is likely, not verified.',
  'explain.replacement': 'Write `--{replacement}` instead.',
  'explain.advice': 'Instead: {advice}.',
  'explain.isField': 'Field of KubeletConfiguration: `{field}`.',
  'explain.isFlag': 'Flag: `--{flag}`.',
  'explain.needsGate': 'Feature gate: `{gate}`.',
  'explain.choices': 'Values: {choices}.',
  'explain.readBy': 'Asked for by {components}.',
  'explain.approved': 'A controller of Kubernetes approves its requests, if RBAC allows it.',
  'explain.notApproved': 'No controller of Kubernetes approves its requests.',
  'explain.bound': 'Bound to `{subjects}` in {place}.',

  'explain.force.set': 'In force: `{value}`, set in {place}.',
  'explain.force.hidden': 'In force: what stands in {place}.',
  'explain.force.default': 'In force: `{value}`, the default.',
  'explain.force.absent': 'Nothing in view sets it.',
  'explain.force.variable-not-in-view': 'What is in force is unknown: nothing in view sets `${name}`.',
  'explain.force.file-not-in-view': 'What is in force is unknown: `{path}` is not in view.',
  'explain.force.templated': 'What is in force is unknown: a template decides it in `{path}`.',
  'explain.force.malformed': 'What is in force is unknown: the value in `{path}` cannot be read.',
  'explain.force.component-not-in-view': 'What is in force is unknown: the command line of {component} is not in view.',
  'explain.force.contradiction': 'What is in force is unknown: several files may be meant.',
} as const satisfies Catalogue;

export type ExplainTextId = keyof typeof explainTexts;
