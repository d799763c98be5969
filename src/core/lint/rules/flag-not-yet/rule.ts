import { renameFlag } from '../../renameFlag';
import { passedFlags, type WrittenFlag } from '../../writtenFlags';
import { unknownFlagError } from '../../unknownFlagError';
import { startOf } from '../../startOf';
import type { Draft, FileRule, RuleContext } from '../../rule';

export const rule: FileRule = {
  id: 'flag-not-yet',
  group: 'A',
  severity: 'error',
  scope: 'file',
  lifeCycle: true,
  step: 'kubelet-start',
  messages: {
    notYet: '{component} {release} does not start ("{error}"): the flag arrives in {since}.',
    older: '{component} {release} does not start ("{error}"): until {since} the flag is called --{older}.',
    rename: 'Rename to --{older}',
  },
  check: (file, context) => passedFlags(file, context.cluster).flatMap((written) => checkFlag(written, context)),
};

function checkFlag({ path, line, flag }: WrittenFlag, context: RuleContext): readonly Draft[] {
  const { kubernetes, cluster } = context;
  const { release } = cluster.target;
  const life = kubernetes.flag(line.component, flag.name, release);
  if (life.state !== 'not-yet') return [];
  const older = life.replacement?.keepsValue ? life.replacement.flag : undefined;
  const params = {
    component: line.component,
    release,
    flag: flag.name,
    error: unknownFlagError(flag),
    since: life.since ?? '',
    older: older ?? '',
  };
  const edits = older === undefined ? undefined : renameFlag(line, flag, older, context);
  return [
    {
      path,
      range: flag.nameRange,
      message: older === undefined ? 'notYet' : 'older',
      params,
      step: startOf[line.component],
      fixes: edits ? [{ title: 'rename', params, safe: isSameFlag(flag.name, older ?? ''), edits }] : [],
      ...(life.confidence === 'likely' && { severity: 'warning' as const }),
    },
  ];
}

/** `--admission-control` lists all plugins, `--enable-admission-plugins` adds to those that are on by default. */
function isSameFlag(name: string, older: string): boolean {
  return bare(name) === bare(older);
}

function bare(name: string): string {
  return name.replace(/^(?:experimental|enable)-/, '');
}
