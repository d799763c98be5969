import { flowStepIds } from '../flow/flowStep';
import { playActors } from '../flow/play';
import { pageCommands, pemParts, transportActions, type FromPage, type ToPage } from './messages';
import { readPlayerState } from './playerState';
import {
  anyOf,
  finite,
  flag,
  index,
  isRecord,
  listOf,
  mapOf,
  object,
  oneOf,
  optional,
  text,
  type Check,
} from './shape';
import { heldThing, origin } from './thingGuard';

const phrase = object({ id: text, params: mapOf(text) });

const message = object({ id: text, params: mapOf(anyOf(text, phrase)) });

const actor = oneOf(...playActors);

const evidence = object({ setting: text, value: optional(text), origin: optional(origin) });

const heldItem = object({
  actor,
  machine: optional(index),
  name: text,
  thing: index,
  change: oneOf('new', 'changed', 'gone', 'same'),
});

const flowStep = oneOf(...flowStepIds);

const step = object({
  step: flowStep,
  t: finite,
  from: actor,
  to: actor,
  machine: optional(index),
  label: message,
  sentence: message,
  output: text,
  result: oneOf('ok', 'waits', 'fails'),
  holds: listOf(heldItem),
  evidence: listOf(evidence),
  assumed: flag,
  likely: optional(flag),
});

const bar = object({
  name: text,
  purpose: oneOf('client', 'serving', 'self-signed'),
  notBefore: finite,
  notAfter: finite,
  rotationAt: optional(finite),
});

const readiness = object({ t: finite, ready: oneOf('True', 'False', 'Unknown', 'none') });

const play = object({
  scenario: text,
  title: message,
  release: text,
  startsAt: finite,
  machines: listOf(text),
  steps: listOf(step),
  things: listOf(heldThing),
  diagram: text,
  lifeLine: object({ end: finite, bars: listOf(bar), node: listOf(readiness) }),
  outcome: object({ sentence: message, ok: flag, isKnown: flag, t: finite }),
  assumptions: listOf(message),
});

const worlds = object({
  releases: listOf(text),
  ownRelease: text,
  changes: listOf(object({ release: text, text: message })),
  original: optional(play),
  whatIfs: listOf(object({ id: text, text: message, since: text, until: text, chosen: flag })),
});

const lesson = object({
  teaches: message,
  repair: optional(message),
  era: listOf(text),
  stops: optional(flowStep),
});

const playerState: Check = (value) => readPlayerState(value) !== undefined;

const toPage: Readonly<Record<ToPage['type'], Check>> = {
  snapshot: object({
    play,
    scenarios: listOf(object({ id: text, title: text })),
    texts: mapOf(text),
    state: playerState,
    worlds,
    lesson: optional(lesson),
    findings: listOf(object({ rule: text, step: optional(flowStep), origin })),
    reduceMotion: flag,
    after: optional(index),
  }),
  problem: object({ text }),
  transport: object({ action: oneOf(...transportActions) }),
  copied: object({ thing: index, part: oneOf(...pemParts) }),
};

const fromPage: Readonly<Record<FromPage['type'], Check>> = {
  ready: object({ state: optional(playerState) }),
  'choose-scenario': object({ scenario: text, step: optional(flowStep) }),
  'choose-world': object({ release: optional(text), whatIfs: listOf(text) }),
  'reveal-evidence': object({ step: index, evidence: index }),
  'reveal-held': object({ thing: index, field: index, value: index }),
  'reveal-finding': object({ finding: index }),
  'copy-pem': object({ thing: index, part: oneOf(...pemParts) }),
  command: object({ command: oneOf(...pageCommands) }),
  'state-changed': object({ state: playerState, finished: flag, moves: index }),
};

/** Returns whether a value is a whole and sound message for the page. */
export function isToPage(value: unknown): value is ToPage {
  return passes(toPage, value);
}

/** Returns whether a value is a whole and sound message from the page. */
export function isFromPage(value: unknown): value is FromPage {
  return passes(fromPage, value);
}

function passes(checks: Readonly<Record<string, Check>>, value: unknown): boolean {
  if (!isRecord(value) || typeof value.type !== 'string') return false;
  return Object.hasOwn(checks, value.type) && checks[value.type]?.(value) === true;
}
