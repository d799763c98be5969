import type { SourceOrigin } from '../cluster/setting';
import type { ParsedFile } from '../documents/document';
import { outermostPlace } from '../text/outerText';
import type { AccessDecision, AccessGrant, Evidence, RbacPlace, TimelineEvent } from './timeline';

type Move = <Placed extends { readonly origin: SourceOrigin | undefined }>(placed: Placed) => Placed;

/** Moves what was found in embedded files to the files that hold them. */
export interface OutermostPlaces {
  readonly evidence: (evidence: readonly Evidence[]) => readonly Evidence[];
  /** Moves all that an event rests on. */
  readonly event: (event: TimelineEvent) => TimelineEvent;
}

/** Returns the outermost places of all that stands in these files. */
export function outermostPlaces(files: readonly ParsedFile[]): OutermostPlaces {
  const move = moving(files);
  if (!move) return { evidence: (evidence) => evidence, event: (event) => event };
  const moved = (evidence: readonly Evidence[]): readonly Evidence[] => evidence.map<Evidence>(move);
  return {
    evidence: moved,
    event: ({ evidence, decisions, ...event }) => ({
      ...event,
      evidence: moved(evidence),
      ...(decisions && { decisions: decisions.map((decision) => movedDecision(decision, move)) }),
    }),
  };
}

/** Undefined when no file holds another one. */
function moving(files: readonly ParsedFile[]): Move | undefined {
  const inner = new Map(files.flatMap(({ source }) => (source.outer ? [[source.path, source] as const] : [])));
  if (inner.size === 0) return undefined;
  return (placed) => {
    const { origin } = placed;
    const source = origin && inner.get(origin.path);
    return source ? { ...placed, origin: outermostPlace(source, origin.range) } : placed;
  };
}

function movedDecision({ grant, others, ...decision }: AccessDecision, move: Move): AccessDecision {
  return { ...decision, grant: grant && movedGrant(grant, move), others: others.map<RbacPlace>(move) };
}

function movedGrant(grant: AccessGrant, move: Move): AccessGrant {
  if (grant.type === 'mode') return move(grant);
  const { origin: ruleOrigin } = move({ origin: grant.ruleOrigin });
  return { ...grant, binding: move(grant.binding), role: move(grant.role), ruleOrigin };
}
