import type { Play } from '../play';
import type { Timeline } from '../timeline';
import { flowMessage } from './draftStep';
import { span } from './span';

/** Returns how the story ends, in one sentence. */
export function outcomeOfPlay({ outcome, certificates, node }: Timeline): Play['outcome'] {
  const client = certificates.filter(({ purpose }) => purpose === 'client');
  const params = {
    when: span(outcome.t),
    renewal: span(client[0]?.rotationAt ?? 0),
    end: span(outcome.nextTrouble ?? client.at(-1)?.notAfter ?? 0),
    cause: outcome.evidence[0]?.setting ?? '',
    words: outcome.message,
  };
  const ok = outcome.id === 'ready-and-renewing' || outcome.id === 'ready-until-expiry';
  const wasReady = node.some(({ ready }) => ready === 'True');
  const later = wasReady && (outcome.id === 'exited' || outcome.id === 'unreachable') ? '-later' : '';
  return { sentence: flowMessage(`outcome.${outcome.id}${later}`, params), ok, t: outcome.t };
}
