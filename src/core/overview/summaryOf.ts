import { reasonOf } from '../cluster/unknownReason';
import type { Assumption, Timeline } from '../flow/timeline';
import type { Message } from '../messages/message';
import { overviewMessage } from './messages';

/**
 * Returns how a play of the files ends in a few words each: what becomes of the node, and what its serving certificate is; of
 * a node that fails only because of what the files leave open, that nothing is known.
 */
export function summaryOf({
  outcome,
  certificates,
  csrs,
}: Pick<Timeline, 'outcome' | 'certificates' | 'csrs'>): readonly Message[] {
  const [decisive] = outcome.restsOn;
  if (decisive) return [notKnown(decisive)];
  const node = overviewMessage(`overview.summary.${outcome.id}`);
  const serving = certificates.findLast(({ purpose }) => purpose !== 'client')?.purpose;
  const isAsked = csrs.some(({ usages, issued }) => usages.includes('server auth') && !issued);
  if (serving === 'serving') return [node, overviewMessage('overview.serving.signed')];
  if (isAsked) return [node, overviewMessage('overview.serving.pending')];
  return serving === 'self-signed' ? [node, overviewMessage('overview.serving.self-signed')] : [node];
}

function notKnown({ setting, reasons }: Assumption): Message {
  const { type, params } = reasonOf(reasons);
  return overviewMessage(`overview.summary.unknown.${type}`, { ...params, setting });
}
