import type { KubeletConfigurationDocument } from '../../../documents/document';
import { isAtLeast, type Release } from '../../../kubernetes/release';
import { isRead, pathText, writtenFields, type WrittenField } from '../../configurationFields';
import { fieldProblems, type FieldProblem } from '../../fieldProblem';
import type { Draft, FileRule, RuleContext } from '../../rule';
import { recordedError } from './recordedError';

export const rule: FileRule = {
  id: 'config-field-type',
  group: 'A',
  severity: 'error',
  scope: 'file',
  lifeCycle: true,
  step: 'kubelet-start',
  messages: {
    boolean: 'kubelet {release} does not start: {field} takes true or false, without quotes.',
    booleanRecorded: 'kubelet {release} does not start: {field} takes true or false, without quotes ("{error}").',
    integer: 'kubelet {release} does not start: {field} takes a whole number, without quotes.',
    integerRecorded: 'kubelet {release} does not start: {field} takes a whole number, without quotes ("{error}").',
    number: 'kubelet {release} does not start: {field} takes a number, without quotes.',
    text: 'kubelet {release} does not start: {field} takes text, so a number or a word like "yes" needs quotes.',
    duration: 'kubelet {release} does not start: {field} takes a duration with its unit, such as 30s or 1h30m.',
    durationRecorded:
      'kubelet {release} does not start: {field} takes a duration with its unit, such as 30s or 1h30m ("{error}").',
    quantity: 'kubelet {release} does not start: {field} takes a quantity, such as 10Mi.',
    list: 'kubelet {release} does not start: {field} takes a list.',
    listRecorded: 'kubelet {release} does not start: {field} takes a list ("{error}").',
    mapping: 'kubelet {release} does not start: {field} takes a mapping of names to values.',
    choice: 'kubelet {release} does not start: {field} takes only {allowed}.',
    correct: 'Write {correction}',
  },
  check: (file, context) =>
    file.documents.flatMap((document) =>
      document.type === 'kubelet-configuration' ? checkDocument(file.source.path, document, context) : [],
    ),
};

function checkDocument(path: string, document: KubeletConfigurationDocument, context: RuleContext): readonly Draft[] {
  return writtenFields(document, context)
    .filter(({ life }) => isRead(life))
    .flatMap((field) =>
      fieldProblems(field.entry.value, field.life).map((problem) => draft(path, field, problem, context)),
    );
}

function draft(path: string, field: WrittenField, problem: FieldProblem, { cluster, kubernetes }: RuleContext): Draft {
  const { release } = cluster.target;
  const { wanted, node, item, correction } = problem;
  const error = recordedError(wanted, node, release);
  const params = {
    release,
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
    ...(isLikely(wanted, release, kubernetes.releases.newest) && { severity: 'warning' as const }),
  };
}

/** The lists of choices were compared with the newest release's checks only (config-fields.json, `enumChecked`). */
function isLikely(wanted: FieldProblem['wanted'], release: Release, newest: Release): boolean {
  return wanted === 'choice' && !isAtLeast(release, newest);
}
