import type { CommandLine, Flag } from '../../../documents/commandLine';
import type { FlagsDocument } from '../../../documents/document';
import type { FlagLife, FlagReplacement } from '../../../kubernetes/flagLife';
import { renameFlag } from '../../renameFlag';
import { passedFlags, type WrittenFlag } from '../../writtenFlags';
import { unknownFlagError } from '../../unknownFlagError';
import { flagsIn } from '../../flagsIn';
import { startOf } from '../../startOf';
import type { Draft, DraftFix, FileRule, RuleContext } from '../../rule';

export const rule: FileRule = {
  id: 'flag-removed',
  group: 'A',
  severity: 'error',
  scope: 'file',
  lifeCycle: true,
  step: 'kubelet-start',
  messages: {
    removed: '{component} {release} does not start ("{error}"): the flag was removed in {removedIn}.',
    replaced:
      '{component} {release} does not start ("{error}"): the flag was removed in {removedIn}, --{replacement} took its place.',
    advised: '{component} {release} does not start ("{error}"): removed in {removedIn} ({advice}).',
    rename: 'Rename to --{replacement}',
    remove: 'Remove --{flag}',
  },
  check: (file, context) => passedFlags(file, context.cluster).flatMap((written) => checkFlag(written, context)),
};

function checkFlag(written: WrittenFlag, context: RuleContext): readonly Draft[] {
  const { path, line, flag } = written;
  const { kubernetes, cluster } = context;
  const life = kubernetes.flag(line.component, flag.name, cluster.target.release);
  if (life.state !== 'removed') return [];
  const params = {
    component: line.component,
    release: cluster.target.release,
    flag: flag.name,
    error: unknownFlagError(flag),
    removedIn: life.removedIn ?? '',
    replacement: life.replacement?.flag ?? '',
    advice: life.advice ?? '',
  };
  return [
    {
      path,
      range: flag.nameRange,
      message: messageFor(life),
      params,
      step: startOf[line.component],
      fixes: [...fixes(written, life, context)].map((fix) => ({ ...fix, params })),
      ...(life.confidence === 'likely' && { severity: 'warning' as const }),
    },
  ];
}

function messageFor({ replacement, advice }: FlagLife): string {
  if (replacement) return 'replaced';
  return advice === undefined || advice.startsWith('none') ? 'removed' : 'advised';
}

function* fixes({ document, line, flag }: WrittenFlag, life: FlagLife, context: RuleContext): Iterable<DraftFix> {
  const { replacement } = life;
  const isThere = replacement !== undefined && hasFlag(document, line, replacement);
  if (replacement?.keepsValue && !isThere) {
    const edits = renameFlag(line, flag, replacement.flag, context);
    if (edits) yield { title: 'rename', safe: true, edits };
    return;
  }
  const edits = hasLeftover(line, flag) ? undefined : line.editor.remove(flag);
  const isObsolete = (isThere && replacement.keepsValue) || needsNothing(document, line, life);
  if (edits) yield { title: 'remove', safe: isObsolete, edits };
}

/** `--allow-privileged true`: without the flag the word behind it would still stop the component. */
function hasLeftover({ arguments: all }: CommandLine, flag: Flag): boolean {
  const index = all.findIndex((argument) => argument.type === 'flag' && argument.flag === flag);
  return flag.form === 'bare' && all[index + 1]?.type === 'stray';
}

function hasFlag(document: FlagsDocument, { component }: CommandLine, { flag }: FlagReplacement): boolean {
  return flagsIn(document, component).has(flag);
}

/** The facts say that the flag lost its effect, or that another flag in this file already does its work (flags.json). */
function needsNothing(document: FlagsDocument, { component }: CommandLine, { advice }: FlagLife): boolean {
  if (!advice?.startsWith('none')) return false;
  const needed = /--([\w-]+)/.exec(advice)?.[1];
  return needed === undefined || flagsIn(document, component).has(needed);
}
