import type { KubeletConfigurationDocument } from '../../../documents/document';
import { isAtLeast } from '../../../kubernetes/release';
import { isRead, pathText, writtenFields, type WrittenField } from '../../configurationFields';
import type { Draft, DraftFix, FileRule, RuleContext } from '../../rule';
import { isDropIn, isMatchedAnyCase, isSilent } from './strictness';
import { moveFix, removeFix, renameFix } from './fixes';

export const rule: FileRule = {
  id: 'config-field-unknown',
  group: 'A',
  severity: 'warning',
  scope: 'file',
  lifeCycle: false,
  step: undefined,
  messages: {
    unknown: 'kubelet {release} ignores {field} and only logs it: no such field exists.',
    unknownSilently: 'kubelet {release} silently ignores {field}: no such field exists.',
    meant: 'kubelet {release} ignores {field} and only logs it: the field is called {right}.',
    meantSilently: 'kubelet {release} silently ignores {field}: the field is called {right}.',
    early: 'Only the first patch releases of kubelet {release} read {field} as {right}; later ones silently ignore it.',
    misplaced: 'kubelet {release} ignores {field} and only logs it: its place is {right}.',
    misplacedSilently: 'kubelet {release} silently ignores {field}: its place is {right}.',
    notYet: 'kubelet {release} ignores {field} and only logs it: the field arrives in {since}.',
    notYetSilently: 'kubelet {release} silently ignores {field}: the field arrives in {since}.',
    removed: 'kubelet {release} ignores {field} and only logs it: the field was removed in {removedIn}.',
    removedSilently: 'kubelet {release} silently ignores {field}: the field was removed in {removedIn}.',
    rename: 'Rename to {right}',
    move: 'Move to {right}',
    remove: 'Remove {field}',
  },
  check: (file, context) =>
    file.documents.flatMap((document) =>
      document.type === 'kubelet-configuration' ? checkDocument(file.source.path, document, context) : [],
    ),
};

function checkDocument(path: string, document: KubeletConfigurationDocument, context: RuleContext): readonly Draft[] {
  return writtenFields(document, context)
    .filter(({ life }) => !isRead(life) && life.state !== 'free')
    .flatMap((field) => draft({ path, document, field, context }));
}

/** A field that this release lacks, with all that is needed to say what it was meant to be. */
export interface LackedField {
  readonly path: string;
  readonly document: KubeletConfigurationDocument;
  readonly field: WrittenField;
  readonly context: RuleContext;
}

interface Answer {
  readonly message: string;
  readonly right?: string;
  readonly fix?: DraftFix | undefined;
}

function draft(lacked: LackedField): readonly Draft[] {
  const { path, field, context } = lacked;
  const { release } = context.cluster.target;
  const answer = answerFor(lacked);
  if (!answer) return [];
  const params = {
    release,
    field: pathText(field.path),
    right: answer.right ?? '',
    since: field.life.since ?? '',
    removedIn: field.life.removedIn ?? '',
  };
  const isWordless = answer.message !== 'early' && isSilent(path, release);
  return [
    {
      path,
      range: field.entry.key.range,
      message: isWordless ? `${answer.message}Silently` : answer.message,
      params,
      fixes: answer.fix ? [{ ...answer.fix, params }] : [],
    },
  ];
}

/** A template may ask for the release before it writes a field. */
function answerFor(lacked: LackedField): Answer | undefined {
  const { state } = lacked.field.life;
  if (lacked.document.templated && state !== 'unknown') return undefined;
  if (state === 'removed') return { message: 'removed', fix: removeFix(lacked) };
  if (state === 'not-yet') return { message: 'notYet' };
  return answerForUnknown(lacked);
}

function answerForUnknown(lacked: LackedField): Answer | undefined {
  const { path, document, field, context } = lacked;
  const { release } = context.cluster.target;
  const nearest = context.kubernetes.configFields.nearest(document.apiVersion, field.path, release);
  if (!nearest) return { message: 'unknown' };
  const right = nearest.path;
  if (nearest.why === 'case') {
    if (isDropIn(path) && isMatchedAnyCase(release)) return undefined;
    return { message: isAtLeast(release, '1.11') ? 'meant' : 'early', right, fix: renameFix(lacked, right, true) };
  }
  if (isBeside(field, right)) return { message: 'meant', right, fix: renameFix(lacked, right, false) };
  if (document.templated) return undefined;
  return { message: 'misplaced', right, fix: moveFix(lacked, right) };
}

function isBeside({ life }: WrittenField, right: string): boolean {
  return parentOf(life.path) === parentOf(right);
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.') + 1);
}
