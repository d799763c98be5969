import type { LifeBar, LifeLine } from '../play';
import type { Timeline } from '../timeline';

/** Returns the bars and the node's condition over time. The line ends where something last happens, or a certificate ends. */
export function lifeLineOf(timeline: Timeline): LifeLine {
  const bars: LifeBar[] = timeline.certificates.map(({ file, purpose, notBefore, notAfter, rotationAt }) => ({
    name: file.slice(file.lastIndexOf('/') + 1),
    purpose,
    notBefore,
    notAfter,
    rotationAt,
  }));
  const lastEvent = timeline.events.at(-1)?.t ?? 0;
  const lastEnd = Math.max(0, ...bars.map(({ notAfter }) => notAfter));
  return { end: Math.max(lastEvent, lastEnd), bars, node: timeline.node };
}
