import { flagsOf, type CommandLine } from '../../../documents/commandLine';
import type { ParsedFile } from '../../../documents/document';
import { startOf } from '../../startOf';
import type { Draft, DraftFix, FileRule, RuleContext } from '../../rule';
import { writtenFlags, type WrittenFlag } from '../../writtenFlags';

export const rule: FileRule = {
  id: 'flag-unknown',
  group: 'A',
  severity: 'error',
  scope: 'file',
  lifeCycle: true,
  step: 'kubelet-start',
  messages: {
    unknown: '{component} {release} does not start with --{flag}: no release up to {newest} has this flag.',
    near: '{component} {release} does not start with --{flag}: no release has this flag (did you mean --{near}?).',
    rename: 'Rename to --{near}',
  },
  check: (file, context) => unknownFlags(file, context).flatMap((written) => draftOf(written, context)),
};

/** Windows flags of the kubelet were not read (README of the facts). */
const notRead = 'windows-';

/** A line on which most flags are unknown belongs to another program. */
function unknownFlags(file: ParsedFile, context: RuleContext): readonly WrittenFlag[] {
  return writtenFlags(file).filter(
    ({ line, flag }) =>
      flag.writtenName.startsWith('--') &&
      /^[\w-]+$/.test(flag.name) &&
      !flag.name.startsWith(notRead) &&
      isUnknown(line, flag.name, context) &&
      flagsOf(line).filter(({ name }) => isUnknown(line, name, context)).length * 2 <= flagsOf(line).length,
  );
}

function isUnknown({ component }: CommandLine, name: string, { kubernetes, cluster }: RuleContext): boolean {
  return kubernetes.flag(component, name, cluster.target.release).state === 'unknown';
}

function draftOf({ path, line, flag }: WrittenFlag, { kubernetes, cluster }: RuleContext): readonly Draft[] {
  const { release } = cluster.target;
  const near = kubernetes.nearestFlag(line.component, flag.name, release);
  const params = {
    component: line.component,
    release,
    flag: flag.name,
    newest: kubernetes.releases.newest,
    near: near ?? '',
  };
  const isThere = flagsOf(line).some(({ name }) => name === near);
  const edits = near === undefined || isThere ? undefined : line.editor.rename(flag, near);
  const fixes: readonly DraftFix[] = edits
    ? [{ title: 'rename', params, safe: letters(flag.name) === letters(near ?? ''), edits }]
    : [];
  return [
    {
      path,
      range: flag.nameRange,
      message: near === undefined ? 'unknown' : 'near',
      params,
      fixes,
      step: startOf[line.component],
    },
  ];
}

/** `rotateCertificates` and `rotate-certificates` are one name in two spellings. */
function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '');
}
