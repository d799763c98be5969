import { askedOnce } from '../../../askedOnce';
import type { Cluster } from '../../../cluster/cluster';
import { flagsOf, type CommandLine, type Flag } from '../../../documents/commandLine';
import { componentNames, type ComponentName } from '../../../documents/component';
import type { ParsedFile } from '../../../documents/document';
import { unknownFlagError } from '../../unknownFlagError';
import { flagsIn } from '../../flagsIn';
import { renameFlag } from '../../renameFlag';
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
    unknown: '{component} {release} does not start ("{error}"): no release up to {newest} has this flag.',
    near: '{component} {release} does not start ("{error}"): no release has this flag (did you mean --{near}?).',
    elsewhere: '{component} {release} does not start ("{error}"): this is a flag of {owner}.',
    rename: 'Rename to --{near}',
  },
  *check(file, context) {
    for (const written of unknownFlags(file, context)) yield* draftOf(written, context);
  },
};

/** Windows flags of the kubelet, and those of OpenShift's builds, were not read (README of the facts). */
const NOT_READ = /^(?:windows|openshift)-/;

function unknownFlags(file: ParsedFile, context: RuleContext): readonly WrittenFlag[] {
  const unknown = writtenFlags(file, context.cluster).filter(({ line, flag }) => isUnknown(line, flag.name, context));
  const foreign = new Set(
    unknown
      .map(({ line }) => line)
      .filter(
        (line, index, lines) => line !== lines[index - 1] && !namesProgram(file, line) && isForeign(line, context),
      ),
  );
  return unknown.filter(({ line, flag }) => isReadable(flag) && !foreign.has(line));
}

/** Behind the program itself there is no doubt whose flags these are. */
function namesProgram({ kind }: ParsedFile, { variable }: CommandLine): boolean {
  return variable === undefined && kind !== 'environment-file';
}

/** A line on which most flags are unknown belongs to another program. */
function isForeign(line: CommandLine, context: RuleContext): boolean {
  const flags = flagsOf(line);
  return flags.filter(({ name }) => isUnknown(line, name, context)).length * 2 > flags.length;
}

function isReadable({ writtenName, name }: Flag): boolean {
  return writtenName.startsWith('--') && /^[\w-]+$/.test(name) && !NOT_READ.test(name);
}

function isUnknown({ component }: CommandLine, name: string, { kubernetes, cluster }: RuleContext): boolean {
  return kubernetes.flag(component, name, cluster.target.release).state === 'unknown';
}

function draftOf({ path, document, line, flag }: WrittenFlag, context: RuleContext): readonly Draft[] {
  const { kubernetes, cluster } = context;
  const { release } = cluster.target;
  const owner = ownerOf(line, flag.name, context);
  const near = owner === undefined ? nearestFlag(line, flag.name, context) : undefined;
  const params = {
    component: line.component,
    release,
    error: unknownFlagError(flag),
    newest: kubernetes.releases.newest,
    near: near ?? '',
    owner: owner ?? '',
  };
  const isThere = near !== undefined && flagsIn(document, line.component).has(near);
  const edits = near === undefined || isThere ? undefined : renameFlag(line, flag, near, context);
  const fixes: readonly DraftFix[] = edits
    ? [{ title: 'rename', params, safe: letters(flag.name) === letters(near ?? ''), edits }]
    : [];
  const message = owner !== undefined ? 'elsewhere' : near === undefined ? 'unknown' : 'near';
  const isLikely = kubernetes.releases.confidence(line.component, release) === 'likely';
  return [
    {
      path,
      range: flag.nameRange,
      message,
      params,
      fixes,
      step: startOf[line.component],
      ...(isLikely && { severity: 'warning' as const }),
    },
  ];
}

/** A name that stands in a cluster a thousand times is compared with all flags once. */
const answersIn = askedOnce((_cluster: Cluster) => new Map<string, string | undefined>());

function nearestFlag(
  { component }: CommandLine,
  name: string,
  { kubernetes, cluster }: RuleContext,
): string | undefined {
  const answers = answersIn(cluster);
  const key = `${component} ${name}`;
  if (!answers.has(key)) answers.set(key, kubernetes.nearestFlag(component, name, cluster.target.release));
  return answers.get(key);
}

/** The component that takes this flag, where it stands on the command line of another one. */
function ownerOf(line: CommandLine, name: string, { kubernetes, cluster }: RuleContext): ComponentName | undefined {
  return componentNames.find((component) => {
    const { state } = kubernetes.flag(component, name, cluster.target.release);
    return component !== line.component && (state === 'accepted' || state === 'deprecated');
  });
}

/** `rotateCertificates` and `rotate-certificates` are one name in two spellings. */
function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '');
}
