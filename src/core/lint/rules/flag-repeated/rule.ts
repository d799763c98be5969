import { gatesInFlag, type WrittenGate } from '../../../cluster/writtenGate';
import { flagsOf, type CommandLine, type Flag } from '../../../documents/commandLine';
import { accumulates } from '../../../kubernetes/flagLife';
import { removeGate } from '../../gateEdits';
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
    gate: 'This {gate} has no effect: {component} takes the last value that its command line gives the gate.',
    last: 'This one counts.',
    remove: 'Remove the --{flag} without effect',
    removeGate: 'Remove the {gate} without effect',
  },
  *check(file, context) {
    for (const document of file.documents) {
      if (document.type !== 'flags') continue;
      for (const line of document.commandLines) {
        yield* checkLine(file.source.path, line, context);
        yield* checkGates(flagsOf(line).flatMap((flag) => gatesInFlag(file.source, line, flag)));
      }
    }
  },
};

function* checkLine(path: string, line: CommandLine, context: RuleContext): Iterable<Draft> {
  const lasts = new Map(flagsOf(line).map((flag) => [flag.name, flag]));
  for (const flag of flagsOf(line)) {
    const last = lasts.get(flag.name);
    if (!last || last === flag || isHidden(flag) || isHidden(last) || !isScalar(line, flag, context)) continue;
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

/** Lists of gates are merged gate by gate, and the last value wins (recorded, 14-flags). */
function* checkGates(gates: readonly WrittenGate[]): Iterable<Draft> {
  const lasts = new Map(gates.map((gate) => [gate.name, gate]));
  for (const gate of gates) {
    const last = lasts.get(gate.name);
    if (!last || last === gate || gate.templated || last.templated) continue;
    const params = { component: gate.component, gate: gate.name };
    const edits = removeGate(gate);
    yield {
      path: gate.path,
      range: gate.range,
      message: 'gate',
      params,
      fixes: edits ? [{ title: 'removeGate', params, safe: true, edits }] : [],
      related: [{ path: last.path, range: last.range, message: 'last' }],
      tags: ['unnecessary'],
    };
  }
}

/** A template decides what it says, or whether it is there. */
function isHidden({ templated, conditional }: Flag): boolean {
  return templated || conditional === true;
}

function isScalar({ component }: CommandLine, { name }: Flag, { kubernetes, cluster }: RuleContext): boolean {
  return accumulates(kubernetes.flag(component, name, cluster.target.release).type) === false;
}
