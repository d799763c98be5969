import type { Catalogue } from '../../messages/message';

/** The words between the sentences of a transcript. */
export const transcriptMessages = {
  'flow.transcript.release': 'Kubernetes {release}',
  'flow.transcript.steps': 'What happens',
  'flow.transcript.where': 'After {time}, from {from} to {to}.',
  'flow.transcript.waits': 'This waits.',
  'flow.transcript.fails': 'This fails.',
  'flow.transcript.likely': 'Likely in this release: no recording of it and nothing in its source says so outright.',
  'flow.transcript.assumed': 'The files in view do not say this; the usual set-up was taken for granted.',
  'flow.transcript.output': 'Output:',
  'flow.transcript.because': 'Because of:',
  'flow.transcript.set': '{setting}: {value}',
  'flow.transcript.setIn': '{setting}: {value} ({file})',
  'flow.transcript.absent': '{setting} is not set',
  'flow.transcript.changes': 'What changes:',
  'flow.transcript.new': '{actor} now holds {name}: {value}',
  'flow.transcript.changed': '{name} of {actor} changes: {value}',
  'flow.transcript.gone': '{actor} has no {name} any more',
  'flow.transcript.certificates': 'Certificates',
  'flow.transcript.renewed': '{name}: valid {from} – {to}, renewal after {renewal}',
  'flow.transcript.neverRenewed': '{name}: valid {from} – {to}, never renewed',
  'flow.transcript.node': 'The node',
  'flow.transcript.node.True': '{from}: Ready',
  'flow.transcript.node.False': '{from}: NotReady',
  'flow.transcript.node.Unknown': '{from}: NotReady (Unknown)',
  'flow.transcript.node.none': '{from}: not registered',
  'flow.transcript.assumptions': 'Taken for granted',
} as const satisfies Catalogue;

export type TranscriptTextId = keyof typeof transcriptMessages;
