import { goBoolean } from '../cluster/goBoolean';
import type { CommandLine, Flag } from '../documents/commandLine';
import type { FlagLife } from '../kubernetes/flagLife';
import { takesSeparateValue } from '../kubernetes/flagLife';
import type { TextEdit } from '../text/edit';
import type { RuleContext } from './rule';
import { isRefused } from '../cluster/valueProblem';

/**
 * Returns the edits that give a flag another name, or undefined when its place cannot be edited or the other flag would
 * not take what is written as its value: it stops the component as soon as the name is right.
 */
export function renameFlag(
  line: CommandLine,
  flag: Flag,
  name: string,
  { kubernetes, cluster }: RuleContext,
): readonly TextEdit[] | undefined {
  const life = kubernetes.flag(line.component, name, cluster.target.release);
  return takes(life, flag) ? line.editor.rename(flag, name) : undefined;
}

function takes({ type }: FlagLife, { form, value, templated }: Flag): boolean {
  if (type === undefined) return true;
  const isSeparate = takesSeparateValue(type) === true;
  if (form !== 'equals' && (form === 'separate') !== isSeparate) return false;
  if (templated) return true;
  if (type === 'gates' && !isGateList(value ?? '')) return false;
  return !isRefused(type, value ?? (form === 'equals' ? '' : 'true'));
}

function isGateList(value: string): boolean {
  const entries = value.split(',').map((entry) => entry.trim().split('='));
  return entries.every(([name, set]) => name === '' || (set !== undefined && goBoolean(set) !== undefined));
}
