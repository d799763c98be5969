import type { FlagLife } from '../../../kubernetes/flagLife';
import { flagsIn } from '../../flagsIn';
import type { Draft, DraftFix, FileRule, RuleContext } from '../../rule';
import { renameFlag } from '../../renameFlag';
import { passedFlags, type WrittenFlag } from '../../writtenFlags';

export const rule: FileRule = {
  id: 'flag-deprecated',
  group: 'A',
  severity: 'hint',
  scope: 'file',
  lifeCycle: false,
  step: undefined,
  messages: {
    renamed: '{component} {release} still takes --{flag}; its new name is --{replacement}.',
    renamedUntil: '{component} {release} still takes --{flag}; from {removedIn} on it is --{replacement} only.',
    field: 'kubelet {release} still takes --{flag}; its place is {field} in the file that --config names.',
    rename: 'Rename to --{replacement}',
  },
  check: (file, context) => passedFlags(file, context.cluster).flatMap((written) => checkFlag(written, context)),
};

function checkFlag(written: WrittenFlag, context: RuleContext): readonly Draft[] {
  const { kubernetes, cluster } = context;
  const { path, line, flag } = written;
  const { release } = cluster.target;
  const life = kubernetes.flag(line.component, flag.name, release);
  const message = life.state === 'deprecated' ? messageFor(written, life) : undefined;
  if (message === undefined) return [];
  const params = {
    component: line.component,
    release,
    flag: flag.name,
    replacement: life.replacement?.flag ?? '',
    removedIn: life.removedIn ?? '',
    field: life.field ?? '',
  };
  const fixes = message === 'field' ? [] : renameFix(written, life, context).map((fix) => ({ ...fix, params }));
  return [{ path, range: flag.nameRange, message, params, fixes, tags: ['deprecated'] }];
}

/** A kubelet without a configuration file has no better place for its flags than its command line. */
function messageFor({ document, line }: WrittenFlag, { replacement, removedIn, field }: FlagLife): string | undefined {
  if (replacement?.keepsValue) return removedIn ? 'renamedUntil' : 'renamed';
  const files = flagsIn(document, line.component).get('config') ?? [];
  return field !== undefined && files.some(({ value }) => value !== '') ? 'field' : undefined;
}

/** Safe where only the name changed; `--admission-control` lists all plugins, its successor adds to the default ones. */
function renameFix(
  { line, flag }: WrittenFlag,
  { replacement, name }: FlagLife,
  context: RuleContext,
): readonly DraftFix[] {
  const edits = replacement && renameFlag(line, flag, replacement.flag, context);
  return edits ? [{ title: 'rename', safe: name === `experimental-${replacement.flag}`, edits }] : [];
}
