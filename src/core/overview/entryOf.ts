import type { Play } from '../flow/play';
import { span } from '../flow/play/span';
import type { Timeline } from '../flow/timeline';
import type { Message } from '../messages/message';
import { overviewMessage } from './messages';

/**
 * Returns in one sentence what becomes of the node: of one that stays Ready, when its first client certificate ends and is
 * renewed; of any other, how its play ends.
 */
export function entryOf({ outcome, certificates }: Timeline, play: Play): Message {
  const first = certificates.find(({ purpose }) => purpose === 'client');
  if (outcome.id !== 'ready-and-renewing' || first?.rotationAt === undefined) return play.outcome.sentence;
  return overviewMessage('overview.entry', { end: span(first.notAfter), renewal: span(first.rotationAt) });
}
