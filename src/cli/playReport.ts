import type { Evidence, Timeline } from '../core/flow/timeline';
import type { ParsedFile } from '../core/documents/document';
import { placeOf, type ReportPosition } from './report';

export interface ReportEvidence {
  /** 0-based index of the event it belongs to; null when it explains the outcome. */
  readonly event: number | null;
  readonly setting: string;
  readonly value: string | null;
  /** Where it is written; all three are null for a default or something absent. */
  readonly path: string | null;
  readonly start: ReportPosition | null;
  readonly end: ReportPosition | null;
}

/** What `play --format json` prints; times are seconds since the first start of the kubelet. */
export interface PlayReport {
  readonly target: string;
  readonly scenario: string;
  readonly outcome: {
    readonly id: string;
    readonly t: number;
    readonly message: string;
    readonly nextTrouble: number | null;
    /** Assumed settings without which it might end well; empty when it ends well, or badly in any case. */
    readonly restsOn: readonly string[];
  };
  readonly events: readonly object[];
  readonly certificates: readonly object[];
  readonly files: readonly object[];
  readonly evidence: readonly ReportEvidence[];
  /** What the files leave open, and what it was taken to be; events after the first have `assumed` true. */
  readonly assumptions: readonly { readonly setting: string; readonly value: string }[];
}

/** Returns a timeline in the form in which it is printed. */
export function playReportOf(timeline: Timeline, files: readonly ParsedFile[]): PlayReport {
  const { outcome } = timeline;
  return {
    target: timeline.release,
    scenario: timeline.scenario,
    outcome: {
      id: outcome.id,
      t: outcome.t,
      message: outcome.message,
      nextTrouble: outcome.nextTrouble ?? null,
      restsOn: outcome.restsOn.map(({ setting }) => setting),
    },
    events: timeline.events.map(({ t, actor, kind, message, details, step, assumed, likely, machine }) => ({
      t,
      actor,
      kind,
      message,
      details,
      step: step ?? null,
      assumed,
      ...(likely && { likely }),
      ...(machine !== undefined && { machine }),
    })),
    certificates: timeline.certificates.map((certificate) => ({
      ...certificate,
      rotationAt: certificate.rotationAt ?? null,
    })),
    files: timeline.files.map((file) => ({ ...file, target: file.target ?? null })),
    evidence: [
      ...timeline.events.flatMap(({ evidence }, index) => evidence.map((one) => evidenceOf(one, index, files))),
      ...outcome.evidence.map((one) => evidenceOf(one, null, files)),
    ],
    assumptions: timeline.assumptions.map(({ setting, value }) => ({ setting, value })),
  };
}

/** Returns a piece of evidence with its place in lines and columns. */
export function evidenceOf(
  { setting, value, origin }: Evidence,
  event: number | null,
  files: readonly ParsedFile[],
): ReportEvidence {
  const source = files.find((file) => file.source.path === origin?.path)?.source;
  const place = origin === undefined || source === undefined ? undefined : placeOf(source, origin.range);
  return {
    event,
    setting,
    value: value ?? null,
    path: place?.path ?? null,
    start: place?.start ?? null,
    end: place?.end ?? null,
  };
}
