import { isAtLeast } from '../../../kubernetes/release';
import {
  isRead,
  nearestFieldTo,
  pathText,
  readerOf,
  writtenFields,
  type ConfigurationDocument,
  type WrittenField,
} from '../../../cluster/configurationFields';
import type { Draft, DraftFix, FileRule, RuleContext } from '../../rule';
import { isMatchedAnyCase, isSilent } from './strictness';
import { moveFix, removeFix, renameFix } from './fixes';
import type { LackedField } from './lackedField';

export const rule: FileRule = {
  id: 'config-field-unknown',
  group: 'A',
  severity: 'warning',
  scope: 'file',
  lifeCycle: false,
  step: undefined,
  messages: {
    unknown: '{reader} {release} ignores {field} and only logs it: no such field exists.',
    unknownSilently: '{reader} {release} silently ignores {field}: no such field exists.',
    meant: '{reader} {release} ignores {field} and only logs it: the field is called {right}.',
    meantSilently: '{reader} {release} silently ignores {field}: the field is called {right}.',
    early:
      'Only the first patch releases of {reader} {release} read {field} as {right}; later ones silently ignore it.',
    misplaced: '{reader} {release} ignores {field} and only logs it: its place is {right}.',
    misplacedSilently: '{reader} {release} silently ignores {field}: its place is {right}.',
    notYet: '{reader} {release} ignores {field} and only logs it: the field arrives in {since}.',
    notYetSilently: '{reader} {release} silently ignores {field}: the field arrives in {since}.',
    removed: '{reader} {release} ignores {field} and only logs it: the field was removed in {removedIn}.',
    removedSilently: '{reader} {release} silently ignores {field}: the field was removed in {removedIn}.',
    rename: 'Rename to {right}',
    move: 'Move to {right}',
    remove: 'Remove {field}',
  },
  check: (file, context) =>
    file.documents.flatMap((document) =>
      document.type === 'kubelet-configuration' || document.type === 'kubeadm'
        ? checkDocument(file.source.path, document, context)
        : [],
    ),
};

/** The fields of older kubeadm releases are known from documentation only (README of the facts). */
const OLDEST_READ = '1.10';

function checkDocument(path: string, document: ConfigurationDocument, context: RuleContext): readonly Draft[] {
  if (document.type === 'kubeadm' && !isAtLeast(context.cluster.target.release, OLDEST_READ)) return [];
  return writtenFields(document, context)
    .filter(({ life }) => !isRead(life) && life.state !== 'free')
    .flatMap((field) => draft({ path, document, field, context }));
}

interface Answer {
  readonly message: string;
  readonly right?: string;
  /** Only the letter case is wrong. */
  readonly isCase?: boolean;
  readonly fix?: DraftFix | undefined;
}

function draft(lacked: LackedField): readonly Draft[] {
  const { path, field, context } = lacked;
  const { release } = context.cluster.target;
  const answer = answerFor(lacked);
  if (!answer) return [];
  const params = {
    release,
    reader: readerOf(lacked.document),
    field: pathText(field.path),
    right: answer.right ?? '',
    since: field.life.since ?? '',
    removedIn: field.life.removedIn ?? '',
  };
  const isWordless = answer.message !== 'early' && isSilent(lacked, release, answer.isCase === true);
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
  const { document, field, context } = lacked;
  const { release } = context.cluster.target;
  const sibling = siblingKind(lacked);
  if (sibling !== undefined) return { message: 'misplaced', right: sibling };
  const nearest = nearestFieldTo(document, field.path, context);
  if (!nearest) return { message: 'unknown' };
  const right = nearest.path;
  if (nearest.why === 'case') {
    if (isMatchedAnyCase(lacked, release)) return undefined;
    return {
      message: isAtLeast(release, '1.11') ? 'meant' : 'early',
      right,
      isCase: true,
      fix: renameFix(lacked, right, true),
    };
  }
  if (isBeside(field, right)) return { message: 'meant', right, fix: renameFix(lacked, right, false) };
  if (document.templated) return undefined;
  return { message: 'misplaced', right, fix: moveFix(lacked, right) };
}

/** From v1alpha2 on kubeadm's file is several documents: what belongs into another one does nothing here. */
function siblingKind({ document, field, context }: LackedField): string | undefined {
  const [name] = field.path;
  if (document.type !== 'kubeadm' || field.path.length > 1 || typeof name !== 'string') return undefined;
  const { kubeadmFields } = context.kubernetes;
  const kinds = ['ClusterConfiguration', 'InitConfiguration', 'JoinConfiguration'].filter((kind) => {
    const life = kubeadmFields.field(document.apiVersion, kind, [name], context.cluster.target.release);
    return kind !== document.kind && life !== undefined && isRead(life);
  });
  return kinds[0] === undefined ? undefined : `${name} of ${kinds.join(' or ')}`;
}

function isBeside({ life }: WrittenField, right: string): boolean {
  return parentOf(life.path) === parentOf(right);
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.') + 1);
}
