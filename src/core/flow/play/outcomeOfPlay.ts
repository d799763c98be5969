import { reasonOf } from '../../cluster/unknownReason';
import { behaviourOf } from '../behaviour';
import type { Play } from '../play';
import type { Assumption, Timeline } from '../timeline';
import { flowMessage } from './draftStep';
import { span } from './span';

/** Returns how the story ends, in one sentence. */
export function outcomeOfPlay(timeline: Timeline): Play['outcome'] {
  const { outcome, certificates } = timeline;
  const ok = outcome.id === 'ready-and-renewing' || outcome.id === 'ready-until-expiry';
  const [decisive] = outcome.restsOn;
  if (decisive) return { sentence: notKnown(decisive), ok, isKnown: false, t: outcome.t };
  const client = certificates.filter(({ purpose }) => purpose === 'client');
  const params = {
    when: span(outcome.t),
    renewal: span(client[0]?.rotationAt ?? 0),
    end: span(outcome.nextTrouble ?? client.at(-1)?.notAfter ?? 0),
    cause: outcome.evidence[0]?.setting ?? '',
    words: outcome.message,
  };
  return {
    sentence: flowMessage(`outcome.${outcome.id}${variantOf(timeline)}`, params),
    ok,
    isKnown: true,
    t: outcome.t,
  };
}

function notKnown({ setting, reasons }: Assumption): Play['outcome']['sentence'] {
  const { type, params } = reasonOf(reasons);
  return flowMessage(`outcome.unknown.${type}`, { ...params, setting });
}

/** The same end has other words when the node was Ready before, and when a kubelet does not use what it renewed (rot.17). */
function variantOf({ outcome, certificates, node, release }: Timeline): '' | '-later' | '-unused' | '-unexplained' {
  const { id, t } = outcome;
  if (id === 'exited' || id === 'unreachable') return node.some(({ ready }) => ready === 'True') ? '-later' : '';
  const isRenewed = certificates.some(
    ({ purpose, notBefore, notAfter }) => purpose === 'client' && notBefore < t && notAfter > t,
  );
  if (id !== 'not-ready-after-expiry') return '';
  if (isRenewed && !behaviourOf(release).closesConnections) return '-unused';
  return outcome.evidence.length === 0 ? '-unexplained' : '';
}
