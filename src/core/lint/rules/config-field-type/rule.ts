import type { FieldLife } from '../../../kubernetes/fieldLife';
import type { Release } from '../../../kubernetes/release';
import type { Releases } from '../../../kubernetes/releases';
import {
  isRead,
  pathText,
  readerOf,
  writtenFields,
  type ConfigurationDocument,
  type WrittenField,
} from '../../../cluster/configurationFields';
import { fieldProblems, type FieldProblem } from '../../../cluster/fieldProblem';
import type { Draft, FileRule, RuleContext } from '../../rule';
import { recordedError } from '../../../cluster/decodeError';

export const rule: FileRule = {
  id: 'config-field-type',
  group: 'A',
  severity: 'error',
  scope: 'file',
  lifeCycle: true,
  step: undefined,
  messages: {
    boolean: '{reader} {release} refuses this file: {field} takes true or false, without quotes.',
    booleanRecorded: '{reader} {release} refuses this file: {field} takes true or false, without quotes ("{error}").',
    integer: '{reader} {release} refuses this file: {field} takes a whole number, without quotes.',
    integerRecorded: '{reader} {release} refuses this file: {field} takes a whole number, without quotes ("{error}").',
    number: '{reader} {release} refuses this file: {field} takes a number, without quotes.',
    text: '{reader} {release} refuses this file: {field} takes text, so a number or a word like "yes" needs quotes.',
    duration: '{reader} {release} refuses this file: {field} takes a duration with its unit, such as 30s or 1h30m.',
    durationRecorded:
      '{reader} {release} refuses this file: {field} takes a duration with its unit, such as 30s or 1h30m ("{error}").',
    textRecorded:
      '{reader} {release} refuses this file: {field} takes text, so a number or a word like "yes" needs quotes ("{error}").',
    quantity: '{reader} {release} refuses this file: {field} takes a quantity, such as 10Mi.',
    list: '{reader} {release} refuses this file: {field} takes a list.',
    listRecorded: '{reader} {release} refuses this file: {field} takes a list ("{error}").',
    mappingRecorded: '{reader} {release} refuses this file: {field} takes a mapping of names to values ("{error}").',
    mapping: '{reader} {release} refuses this file: {field} takes a mapping of names to values.',
    choice: '{reader} {release} refuses this file: {field} takes only {allowed}.',
    correct: 'Write {correction}',
  },
  check: (file, context) =>
    file.documents.flatMap((document) =>
      document.type === 'kubelet-configuration' || document.type === 'kubeadm'
        ? checkDocument(file.source.path, document, context)
        : [],
    ),
};

function checkDocument(path: string, document: ConfigurationDocument, context: RuleContext): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const field of writtenFields(document, context)) {
    if (!isRead(field.life)) continue;
    for (const problem of fieldProblems(field.entry.value, field.life)) {
      const isGate = problem.item !== undefined && isGates(document, field.life);
      if (!isGate) drafts.push(draft({ path, document, field, problem }, context));
    }
  }
  return drafts;
}

/** The values of the kubelet's gates have a rule of their own. */
function isGates({ type }: ConfigurationDocument, { path }: FieldLife): boolean {
  return type === 'kubelet-configuration' && path === 'featureGates';
}

interface Wrong {
  readonly path: string;
  readonly document: ConfigurationDocument;
  readonly field: WrittenField;
  readonly problem: FieldProblem;
}

function draft({ path, document, field, problem }: Wrong, { cluster, kubernetes }: RuleContext): Draft {
  const { release } = cluster.target;
  const { wanted, node, item, correction } = problem;
  const reader = readerOf(document);
  const error = recordedError(reader, problem, release);
  const params = {
    release,
    reader,
    field: pathText(item === undefined ? field.path : [...field.path, item]),
    error: error ?? '',
    allowed: (field.life.enum ?? []).filter((one) => one !== '').join(', '),
    correction: correction ?? '',
  };
  return {
    path,
    range: node.range,
    message: error === undefined ? wanted : `${wanted}Recorded`,
    params,
    fixes:
      correction === undefined
        ? []
        : [{ title: 'correct', params, safe: true, edits: [{ path, range: node.range, newText: correction }] }],
    ...(reader === 'kubelet' && { step: 'kubelet-start' as const }),
    ...(isLikely(wanted, release, kubernetes.releases) && { severity: 'warning' as const }),
  };
}

/**
 * The fields of some releases were read shortly before the release; the lists of choices were compared with the newest
 * release's checks only (config-fields.json, `enumChecked`).
 */
function isLikely(wanted: FieldProblem['wanted'], release: Release, releases: Releases): boolean {
  return releases.confidence('kubelet', release) === 'likely' || (wanted === 'choice' && release !== releases.newest);
}
