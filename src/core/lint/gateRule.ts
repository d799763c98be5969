import { gatesInFile, type WrittenGate } from '../cluster/writtenGate';
import type { ParsedFile } from '../documents/document';
import type { GateLife } from '../kubernetes/gateLife';
import { removeGate } from './gateEdits';
import type { Draft, FileRule, RuleContext } from './rule';
import { startOf } from './startOf';

/** A feature gate as written, with its life at the target release. */
export interface GateInFile {
  readonly gate: WrittenGate;
  readonly life: GateLife;
}

const NAME = /^[A-Za-z]\w*$/;

/** Returns the gates of a file whose names can be looked up, in the order written; none that a template makes. */
export function gatesToJudge(file: ParsedFile, { kubernetes, cluster }: RuleContext): readonly GateInFile[] {
  return gatesInFile(file)
    .filter(({ name, templated, place }) => !templated && !isByVersion(place) && NAME.test(name))
    .map((gate) => ({ gate, life: kubernetes.gate(gate.name, cluster.target.release) }));
}

/** In a branch of a script that asks for a version. */
function isByVersion(place: WrittenGate['place']): boolean {
  return place.type === 'flag' && place.flag.byVersion === true;
}

/** What is wrong with a gate that had better go. */
export interface GateProblem extends Pick<Draft, 'message' | 'params' | 'tags'> {
  /** Whether taking it away needs no thought. */
  readonly safe: boolean;
}

interface GateRemovalRule extends Pick<FileRule, 'id' | 'severity' | 'lifeCycle' | 'step' | 'messages'> {
  /** Returns what is wrong with one gate; undefined when nothing is. */
  readonly problem: (written: GateInFile, context: RuleContext) => GateProblem | undefined;
}

/**
 * Returns a rule that looks at one gate after the other and takes away what should not be there; its text `remove` is the title. An
 * error about a gate whose life is only likely is a warning.
 */
export function gateRemovalRule({ problem: problemOf, ...parts }: GateRemovalRule): FileRule {
  const check = (written: GateInFile, context: RuleContext): readonly Draft[] => {
    const problem = problemOf(written, context);
    return problem ? [removalDraft(written, problem, parts)] : [];
  };
  return {
    ...parts,
    group: 'A',
    scope: 'file',
    check: (file, context) => gatesToJudge(file, context).flatMap((written) => check(written, context)),
  };
}

function removalDraft(
  { gate, life }: GateInFile,
  { safe, ...said }: GateProblem,
  { severity, step }: Pick<FileRule, 'severity' | 'step'>,
): Draft {
  const edits = removeGate(gate);
  return {
    ...said,
    path: gate.path,
    range: gate.range,
    fixes: edits ? [{ title: 'remove', ...(said.params && { params: said.params }), safe, edits }] : [],
    ...(step && { step: startOf[gate.component] }),
    ...(severity === 'error' && life.confidence === 'likely' && { severity: 'warning' as const }),
  };
}
