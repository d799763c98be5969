import type { Timeline } from '../../src/core/flow/timeline';
import { normalFiles, normalise, recordedCertificates, simulatedCertificates, type NormalEvent } from './normalise';
import type { Recording } from './recording';

/** Seconds by which a simulated event may be early or late: start-up and polling differ from run to run by about two. */
const TOLERANCE = 2.5;

/** The node controller looks every five seconds, at moments the recordings do not tell. */
const NOT_READY_TOLERANCE = 5.5;

/** Files were polled ten times a second and are told in any order within a moment. */
const MOMENT = 1.2;

const TRACKS = ['kubelet', 'requests', 'files', 'node', 'cleaners', 'asked'] as const;

/** Returns what differs between a recording and its simulation, in words; nothing when they agree. */
export function differences(recording: Recording, timeline: Timeline): readonly string[] {
  const recorded = normalise(recording.events);
  const simulated = normalise(timeline.events);
  if (recorded.length === 0) return ['nothing is recorded that could be compared'];
  return [
    ...TRACKS.flatMap((track) => trackDifferences(track, of(track, recorded), of(track, simulated))),
    ...listDifferences('files at the end', normalFiles(recording.files), normalFiles(timeline.files)),
    ...certificateDifferences(recording, timeline),
  ];
}

function of(track: NormalEvent['track'], events: readonly NormalEvent[]): readonly NormalEvent[] {
  const own = events.filter((event) => event.track === track);
  return track === 'files' || track === 'cleaners' ? inMoments(own) : own;
}

/** Files of one moment are ordered by name, a cleaner's lines by what they are about. */
function inMoments(events: readonly NormalEvent[]): readonly NormalEvent[] {
  const moments: NormalEvent[][] = [];
  for (const event of events) {
    const first = moments.at(-1)?.[0];
    if (first !== undefined && event.t - first.t <= MOMENT) moments.at(-1)?.push(event);
    else moments.push([event]);
  }
  return moments.flatMap((moment) => moment.sort((a, b) => keyOf(a).localeCompare(keyOf(b))));
}

function keyOf({ object, text }: NormalEvent): string {
  return object ?? text;
}

function trackDifferences(
  track: string,
  recorded: readonly NormalEvent[],
  simulated: readonly NormalEvent[],
): readonly string[] {
  const last = recorded.at(-1)?.t ?? 0;
  const told = simulated.filter((event, index) => index < recorded.length || event.t <= last);
  const index = Array.from({ length: Math.max(recorded.length, told.length) }).findIndex(
    (_, at) => !agree(recorded[at], told[at]),
  );
  if (index === -1) return [];
  return [`${track} ${String(index)}: recorded ${show(recorded[index])}, simulated ${show(told[index])}`];
}

function agree(real: NormalEvent | undefined, told: NormalEvent | undefined): boolean {
  if (real === undefined || real.text !== told?.text) return false;
  const tolerance = real.text.startsWith('Unknown') ? NOT_READY_TOLERANCE : TOLERANCE;
  return real.isCut || Math.abs(real.t - told.t) <= tolerance;
}

function show(event: NormalEvent | undefined): string {
  return event === undefined ? 'nothing' : `"${event.text}" at ${String(event.t)}`;
}

function listDifferences(what: string, recorded: readonly string[], simulated: readonly string[]): readonly string[] {
  const missing = recorded.filter((item) => !simulated.includes(item));
  const extra = simulated.filter((item) => !recorded.includes(item));
  if (missing.length + extra.length === 0 && recorded.length === simulated.length) return [];
  return [`${what}: missing [${missing.join('; ')}], extra [${extra.join('; ')}]`];
}

function certificateDifferences(recording: Recording, timeline: Timeline): readonly string[] {
  const text = ({ file, subject, sans, life }: ReturnType<typeof recordedCertificates>[number]): string =>
    `${file} ${subject} ${sans.join()} ${String(life)} s`;
  const recorded = recordedCertificates(recording);
  const simulated = simulatedCertificates(timeline);
  const lists = listDifferences('certificates', recorded.map(text).sort(), simulated.map(text).sort());
  if (lists.length > 0) return lists;
  const late = recorded.find((real) => {
    const same = simulated.filter((told) => text(told) === text(real));
    return !same.some(({ notBefore }) => Math.abs(notBefore - real.notBefore) <= TOLERANCE);
  });
  return late === undefined ? [] : [`certificates: ${text(late)} starts at ${String(late.notBefore)} as recorded`];
}
