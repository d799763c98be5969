import type { SourceOrigin } from '../cluster/setting';
import type { ParsedFile } from '../documents/document';
import { outermostPlace } from '../text/outerText';
import type { AccessDecision, AccessGrant, RbacPlace, TimelineEvent } from './timeline';

type Move = <Placed extends { readonly origin: SourceOrigin | undefined }>(placed: Placed) => Placed;

/** Returns a function that moves all that an event rests on, where it was found in embedded files, to the files that hold them. */
export function outermostEvent(files: readonly ParsedFile[]): (event: TimelineEvent) => TimelineEvent {
  const move = moving(files);
  if (!move) return (event) => event;
  return ({ evidence, decisions, ...event }) => ({
    ...event,
    evidence: evidence.map(move),
    ...(decisions && { decisions: decisions.map((decision) => movedDecision(decision, move)) }),
  });
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
