import { EVENT_ID, type Event } from 'js-yaml';
import type { Range } from '../../text/range';
import type { MaskedYaml } from './maskTemplates';
import { eventsOf } from './parseLikeGo';
import { buildTree, readTree, type YamlTree } from './readTree';

/** Documents parsed at once reach over at most so many UTF-16 units: one that is broken costs its neighbours a second pass. */
const LONGEST_RUN = 50_000;

/**
 * As `readTree` for several documents in order. Those that follow one another are parsed in one go, since the parser takes
 * a while to start.
 */
export function readTrees(source: string, masked: MaskedYaml, documents: readonly Range[]): readonly YamlTree[] {
  return runsOf(documents).flatMap(
    (run) => readRun(source, masked, run) ?? run.map((document) => readTree(source, masked, document)),
  );
}

/** Documents without anything left out between them. */
function runsOf(documents: readonly Range[]): readonly (readonly Range[])[] {
  const runs: Range[][] = [];
  for (const document of documents) {
    const run = runs.at(-1);
    const start = run?.[0]?.start ?? 0;
    const follows = run?.at(-1)?.end === document.start && document.end - start <= LONGEST_RUN;
    if (run && follows) run.push(document);
    else runs.push([document]);
  }
  return runs;
}

/** Undefined when the parser refuses the text or sees other documents in it: then each is read by itself. */
function readRun(source: string, masked: MaskedYaml, run: readonly Range[]): readonly YamlTree[] | undefined {
  const [first, second] = run;
  if (!first || !second) return undefined;
  const text = { start: first.start, end: run.at(-1)?.end ?? first.end };
  try {
    const documents = eventsByDocument(eventsOf(masked.text.slice(text.start, text.end)));
    if (documents.length !== run.length) return undefined;
    return documents.map((events, index) => {
      const start = run[index]?.start ?? text.start;
      return { root: buildTree(source, masked, { parsed: text, start, events }) };
    });
  } catch {
    return undefined;
  }
}

function eventsByDocument(events: readonly Event[]): readonly (readonly Event[])[] {
  const starts = events.flatMap(({ type }, index) => (type === EVENT_ID.DOCUMENT ? [index] : []));
  return starts.map((start, index) => events.slice(start, starts[index + 1]));
}
