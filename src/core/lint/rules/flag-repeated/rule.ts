import { flagsOf, type CommandLine, type Flag } from '../../../documents/commandLine';
import { accumulates } from '../../../kubernetes/flagLife';
import type { Draft, FileRule, RuleContext } from '../../rule';

export const rule: FileRule = {
  id: 'flag-repeated',
  group: 'A',
  severity: 'warning',
  scope: 'file',
  lifeCycle: false,
  step: undefined,
  messages: {
    repeated: 'This --{flag} has no effect: {component} takes the last one on its command line.',
    last: 'This one counts.',
    remove: 'Remove the --{flag} without effect',
  },
  check: (file, context) =>
    file.documents.flatMap((document) =>
      document.type === 'flags'
        ? document.commandLines.flatMap((line) => checkLine(file.source.path, line, context))
        : [],
    ),
};

function checkLine(path: string, line: CommandLine, context: RuleContext): readonly Draft[] {
  const lasts = new Map(flagsOf(line).map((flag) => [flag.name, flag]));
  return flagsOf(line).flatMap((flag) => {
    const last = lasts.get(flag.name);
    if (!last || last === flag || flag.templated || last.templated || !isScalar(line, flag, context)) return [];
    const params = { component: line.component, flag: flag.name };
    const edits = line.editor.remove(flag);
    return {
      path,
      range: flag.range,
      message: 'repeated',
      params,
      fixes: edits ? [{ title: 'remove', params, safe: true, edits }] : [],
      related: [{ path, range: last.range, message: 'last' }],
      tags: ['unnecessary'],
    };
  });
}

function isScalar({ component }: CommandLine, { name }: Flag, { kubernetes, cluster }: RuleContext): boolean {
  return accumulates(kubernetes.flag(component, name, cluster.target.release).type) === false;
}
