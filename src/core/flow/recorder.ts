import type { UnknownReason } from '../cluster/setting';
import { covered, coveredData } from '../messages/covered';
import type { Message } from '../messages/message';
import type { FlowStepId } from './flowStep';
import type { AccessDecision, Assumption, Evidence, EventActor, EventKind, TimelineEvent } from './timeline';

/** What a part of the simulation reports; the recorder adds the time and whether it rests on an assumption. */
export interface Report {
  readonly actor: EventActor;
  readonly kind: EventKind;
  readonly message?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly evidence?: readonly Evidence[];
  readonly decisions?: readonly AccessDecision[];
  readonly step?: FlowStepId;
  /** Whether the fact behind it is only likely for this release. */
  readonly likely?: boolean;
}

/** Writes the story down. Everything reported after an assumption was made is marked as resting on it. */
export class Recorder {
  readonly events: TimelineEvent[];
  readonly assumptions: Assumption[];

  constructor(
    private readonly now: () => number,
    private readonly maxEvents: number,
    private readonly machine?: string,
    story: Pick<Recorder, 'events' | 'assumptions'> = { events: [], assumptions: [] },
  ) {
    this.events = story.events;
    this.assumptions = story.assumptions;
  }

  /** Returns a recorder that writes into the same story what happens on one machine. */
  on(machine: string | undefined): Recorder {
    return machine === undefined ? this : new Recorder(this.now, this.maxEvents, machine, this);
  }

  /** True once the list of events is as long as the run allows. */
  get isFull(): boolean {
    return this.events.length >= this.maxEvents;
  }

  /** Writes down that something happens now. */
  report(report: Report): void {
    if (this.isFull) return;
    this.events.push({
      t: roundToMilliseconds(this.now()),
      actor: report.actor,
      kind: report.kind,
      message: covered(report.message ?? ''),
      details: coveredData(report.details ?? {}) as Readonly<Record<string, unknown>>,
      evidence: (report.evidence ?? []).map(coveredEvidence),
      step: report.step,
      assumed: this.assumptions.length > 0,
      ...(report.decisions && { decisions: report.decisions }),
      ...(report.likely === true && { likely: true as const }),
      ...(this.machine !== undefined && { machine: this.machine }),
    });
  }

  /**
   * Writes down that something is taken for granted from now on, and why the files leave it open; the same thing is written
   * only once.
   */
  assume(setting: string, text: string, sentence?: Message, reasons: readonly UnknownReason[] = []): void {
    const value = covered(text);
    if (this.assumptions.some((known) => known.setting === setting && known.value === value)) return;
    this.assumptions.push({ setting, value, reasons, ...(sentence && { sentence }) });
  }
}

function coveredEvidence({ setting, value, origin }: Evidence): Evidence {
  return { setting: covered(setting), value: value === undefined ? undefined : covered(value), origin };
}

/** Times in a timeline have millisecond resolution, so that sums of seconds compare equal. */
export function roundToMilliseconds(t: number): number {
  return Math.round(t * 1000) / 1000;
}
