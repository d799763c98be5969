import type { Flag } from '../documents/commandLine';
import { STAGE_GATES, type GateLife } from '../kubernetes/gateLife';
import type { ComponentInView, InFile } from './cluster';
import { askedOnce, askedOnceByName } from '../askedOnce';
import type { JoinedCommand } from './joinedCommand';
import { meantFlags } from './misspelt';
import type { Setting, SourceOrigin, UnknownReason } from './setting';
import { gatesInFlag, type WrittenGate } from './writtenGate';
import type { ClusterFacts } from './clusterFacts';

/** Gates from a configuration file, and why there may be more of them. */
export interface ConfiguredGates {
  readonly gates: readonly WrittenGate[];
  readonly unknown: readonly UnknownReason[];
}

const noConfiguration: ConfiguredGates = { gates: [], unknown: [] };

/** Returns a component as its command line (and, for gates, its configuration file) describes it. */
export function componentInView(
  command: JoinedCommand,
  facts: ClusterFacts,
  configured: ConfiguredGates = noConfiguration,
): ComponentInView {
  const flags = (name: string): readonly InFile<Flag>[] => command.flags.filter(({ value }) => value.name === name);
  const gates = [...configured.gates, ...gatesOnCommandLine(command, facts)];
  const unknownGates = [...command.unknown, ...configured.unknown, ...unreadableGates(flags('feature-gates'), gates)];
  return {
    component: command.component,
    path: command.path,
    commandLines: command.lines,
    unknown: [...command.unknown, ...configured.unknown],
    gates,
    flags,
    flag: askedOnceByName((name) => flagSetting(command, name, facts)),
    gate: askedOnceByName((name) => gateSetting(name, gates, unknownGates, facts)),
  };
}

function gatesOnCommandLine(command: JoinedCommand, { sources }: ClusterFacts): readonly WrittenGate[] {
  const lists = command.flags.filter(({ value }) => value.name === 'feature-gates');
  return lists.flatMap(({ path, value: flag }) => {
    const source = sources.get(path);
    const line = command.lines.find(({ value }) => value.arguments.some((argument) => isFlag(argument, flag)));
    return source && line ? gatesInFlag(source, line.value, flag) : [];
  });
}

function isFlag(argument: { readonly type: string; readonly flag?: Flag }, flag: Flag): boolean {
  return argument.type === 'flag' && argument.flag === flag;
}

/** A template in a list of gates may stand for any gate. */
function unreadableGates(flags: readonly InFile<Flag>[], gates: readonly WrittenGate[]): readonly UnknownReason[] {
  const templated = flags.filter(({ value }) => value.templated && !gates.some((gate) => isNamedIn(gate, value)));
  return templated.map(({ path }) => ({ type: 'templated', path }));
}

function isNamedIn(gate: WrittenGate, flag: Flag): boolean {
  return gate.place.type === 'flag' && gate.place.flag === flag && /^\w+$/.test(gate.name);
}

/** Every setting of a command asks. */
const meantIn = askedOnce((facts: ClusterFacts) => askedOnce((command: JoinedCommand) => meantFlags(command, facts)));

function flagSetting(command: JoinedCommand, name: string, facts: ClusterFacts): Setting<string> {
  const life = facts.kubernetes.flag(command.component, name, facts.release);
  const last = command.flags.findLast(({ value }) => value.name === name);
  if (last) return writtenFlag(last, life.type === 'bool' || life.type === undefined);
  const hidden = command.unknownFlags.get(name) ?? meantIn(facts)(command).get(name);
  const reasons = [...command.unknown, ...(hidden ? [hidden] : [])];
  if (reasons.length > 0) return { state: 'unknown', reasons };
  return { state: 'absent', value: life.default === undefined ? undefined : withoutQuotes(life.default) };
}

function writtenFlag({ path, value: flag }: InFile<Flag>, isBoolean: boolean): Setting<string> {
  if (flag.templated || flag.conditional) return { state: 'unknown', reasons: [{ type: 'templated', path }] };
  const value = flag.value ?? (isBoolean ? 'true' : undefined);
  if (value === undefined) return { state: 'unknown', reasons: [{ type: 'malformed', path }] };
  return { state: 'set', value, written: flag.writtenName, origin: { path, range: flag.range } };
}

function withoutQuotes(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

/** Flags come after the configuration: of several values for one gate the last wins (trace 14b-flag-precedence). */
function gateSetting(
  name: string,
  gates: readonly WrittenGate[],
  unknown: readonly UnknownReason[],
  { kubernetes, release }: ClusterFacts,
): Setting<boolean> {
  const written = gates.findLast((gate) => gate.name === name);
  if (written) return writtenSetting(written);
  if (unknown.length > 0) return { state: 'unknown', reasons: unknown };
  const life = kubernetes.gate(name, release);
  const stage = stageSetting(life.state, gates);
  return stage ?? { state: 'absent', value: life.default };
}

function writtenSetting(gate: WrittenGate): Setting<boolean> {
  const { path, range, value, name } = gate;
  if (value !== undefined) return { state: 'set', value, written: name, origin: { path, range } };
  return { state: 'unknown', reasons: [{ type: gate.templated ? 'templated' : 'malformed', path }] };
}

/** `AllAlpha=true` switches on what is alpha at this release and not set by name. */
function stageSetting(state: GateLife['state'], gates: readonly WrittenGate[]): Setting<boolean> | undefined {
  const stageGate = Object.keys(STAGE_GATES).find((name) => STAGE_GATES[name] === state);
  const written = gates.findLast((gate) => gate.name === stageGate && gate.value !== undefined);
  if (written?.value === undefined) return undefined;
  const origin: SourceOrigin = { path: written.path, range: written.range };
  return { state: 'set', value: written.value, written: written.name, origin };
}
