import { flagsOf, type CommandLine, type Flag } from '../../../documents/commandLine';
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
  *check(file, context) {
    for (const written of unknownFlags(file, context)) yield* draftOf(written, context);
  },
};

/** Windows flags of the kubelet were not read (README of the facts). */
const notRead = 'windows-';

function unknownFlags(file: ParsedFile, context: RuleContext): readonly WrittenFlag[] {
  const unknown = writtenFlags(file).filter(({ line, flag }) => isUnknown(line, flag.name, context));
  const foreign = new Set(
    unknown
      .map(({ line }) => line)
      .filter((line, index, lines) => line !== lines[index - 1] && isForeign(line, context)),
  );
  return unknown.filter(({ line, flag }) => isReadable(flag) && !foreign.has(line));
}

/** A line on which most flags are unknown belongs to another program. */
function isForeign(line: CommandLine, context: RuleContext): boolean {
  const flags = flagsOf(line);
  return flags.filter(({ name }) => isUnknown(line, name, context)).length * 2 > flags.length;
}

function isReadable({ writtenName, name }: Flag): boolean {
  return writtenName.startsWith('--') && /^[\w-]+$/.test(name) && !name.startsWith(notRead);
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
