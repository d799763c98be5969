import { gatesInFile, type WrittenGate } from '../cluster/writtenGate';
import type { ParsedFile } from '../documents/document';
import type { GateLife } from '../kubernetes/gateLife';
import type { RuleContext } from './rule';

/** A feature gate as written, with its life at the target release. */
export interface GateInFile {
  readonly gate: WrittenGate;
  readonly life: GateLife;
}

const NAME = /^[A-Za-z]\w*$/;

/** Returns the gates of a file whose names can be looked up, in the order written; none that a template makes. */
export function gatesToJudge(file: ParsedFile, { kubernetes, cluster }: RuleContext): readonly GateInFile[] {
  return gatesInFile(file)
    .filter(({ name, templated }) => !templated && NAME.test(name))
    .map((gate) => ({ gate, life: kubernetes.gate(gate.name, cluster.target.release) }));
}
