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
  *check(file, context) {
    for (const document of file.documents) {
      if (document.type !== 'flags') continue;
      for (const line of document.commandLines) yield* checkLine(file.source.path, line, context);
    }
  },
};

function* checkLine(path: string, line: CommandLine, context: RuleContext): Iterable<Draft> {
  const lasts = new Map(flagsOf(line).map((flag) => [flag.name, flag]));
  for (const flag of flagsOf(line)) {
    const last = lasts.get(flag.name);
    if (!last || last === flag || flag.templated || last.templated || !isScalar(line, flag, context)) continue;
    const params = { component: line.component, flag: flag.name };
    const edits = line.editor.remove(flag);
    yield {
      path,
      range: flag.range,
      message: 'repeated',
      params,
      fixes: edits ? [{ title: 'remove', params, safe: true, edits }] : [],
      related: [{ path, range: last.range, message: 'last' }],
      tags: ['unnecessary'],
    };
  }
}

function isScalar({ component }: CommandLine, { name }: Flag, { kubernetes, cluster }: RuleContext): boolean {
  return accumulates(kubernetes.flag(component, name, cluster.target.release).type) === false;
}
