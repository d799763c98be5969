import type { FlowStepId } from '../flow/flowStep';
import type { Lesson } from '../flow/lesson';
import type { Play, PlayEvidence } from '../flow/play';
import type { Catalogue, Message } from '../messages/message';

/** What the page keeps through hiding, reload and restart. Ids and numbers only. */
export interface PlayerState {
  readonly version: 1;
  /** Id of a built-in scenario, or `workspace`. */
  readonly scenario: string;
  /** Folder whose files are played, as a URI; undefined for a built-in scenario. */
  readonly folder: string | undefined;
  /** 0-based index of the current step. */
  readonly step: number;
  readonly speed: number;
  readonly openPanels: readonly string[];
  /** Missing while the files are played as they are. */
  readonly world?: World;
}

/** A world that the reader has forked off: the same files at another release, or with settings turned over. */
export interface World {
  /** Missing for the release of the files. */
  readonly release?: string;
  readonly whatIfs: readonly string[];
  /** 0-based index of the step, in the original play, at which it was forked off. */
  readonly fork: number;
}

/** The worlds there are, and the one that a fork comes from. */
export interface Worlds {
  readonly releases: readonly string[];
  /** The release of the files. */
  readonly ownRelease: string;
  /** What changed between the release of the files and the one played, oldest first. */
  readonly changes: readonly { readonly release: string; readonly text: Message }[];
  /** The play as it is without the fork; undefined while there is none. */
  readonly original: Play | undefined;
  readonly whatIfs: readonly WhatIfChoice[];
}

/** A setting that can be turned over. */
export interface WhatIfChoice {
  readonly id: string;
  /** What it would be then, under its real name. */
  readonly text: Message;
  /** First and last release in which it counts. */
  readonly since: string;
  readonly until: string;
  readonly chosen: boolean;
}

/** A choice in the scenario list, title already in the reader's language. */
export interface ScenarioChoice {
  readonly id: string;
  readonly title: string;
}

/** What the page needs to know of a finding to lead to it. */
export interface PlayFinding {
  readonly rule: string;
  readonly step: FlowStepId | undefined;
  readonly origin: NonNullable<PlayEvidence['origin']>;
}

/** The whole truth for the page: sent after `ready` and after every change, never as a delta. */
export interface Snapshot {
  readonly type: 'snapshot';
  readonly play: Play;
  readonly scenarios: readonly ScenarioChoice[];
  /** Texts of all messages in `play` and of the page's own controls, in the reader's language. */
  readonly texts: Catalogue;
  readonly state: PlayerState;
  readonly worlds: Worlds;
  /** Missing for the reader's own files. */
  readonly lesson?: Lesson;
  /** Of the files played, those that tell a cause of a symptom; none for a built-in scenario. */
  readonly findings: readonly PlayFinding[];
  readonly reduceMotion: boolean;
  /**
   * How many of the reader's moves the host knew of: who has moved on since stays there. Missing when the host leads
   * to a step of its own accord.
   */
  readonly after?: number;
}

/** The host could not make a play; the page says so and keeps what it shows. */
export interface Problem {
  readonly type: 'problem';
  readonly text: string;
}

/** A command of the editor, so that keys work when focus is elsewhere. */
export interface Transport {
  readonly type: 'transport';
  readonly action: TransportAction;
}

export const transportActions = ['step', 'back', 'replay', 'play', 'first', 'last'] as const;

export type TransportAction = (typeof transportActions)[number];

/** What of something held can be had as PEM: itself, or the CA that signed it. */
export const pemParts = ['own', 'authority'] as const;

export type PemPart = (typeof pemParts)[number];

/** What the reader wanted to copy is on the clipboard. */
export interface Copied {
  readonly type: 'copied';
  /** Index among the things of the play. */
  readonly thing: number;
  readonly part: PemPart;
}

export type ToPage = Snapshot | Problem | Transport | Copied;

/** The page is loaded and wants a snapshot; it may bring the state it kept. */
export interface Ready {
  readonly type: 'ready';
  readonly state: PlayerState | undefined;
}

export interface ChooseScenario {
  readonly type: 'choose-scenario';
  readonly scenario: string;
  /** Missing for the first one. */
  readonly step?: FlowStepId;
}

/** The reader wants another world, forked off at the current step; with nothing chosen, back to the fork. */
export interface ChooseWorld {
  readonly type: 'choose-world';
  readonly release: string | undefined;
  readonly whatIfs: readonly string[];
}

/** The reader wants to see a line of evidence: index of the step and of the evidence in it. */
export interface RevealEvidence {
  readonly type: 'reveal-evidence';
  readonly step: number;
  readonly evidence: number;
}

/** The reader wants to see where something about a thing is written: indexes among things, its fields and their values. */
export interface RevealHeld {
  readonly type: 'reveal-held';
  readonly thing: number;
  readonly field: number;
  readonly value: number;
}

/** The reader wants to see what a finding is about: index among those of the snapshot. */
export interface RevealFinding {
  readonly type: 'reveal-finding';
  readonly finding: number;
}

/** The reader wants a certificate or request on the clipboard, as PEM. */
export interface CopyPem {
  readonly type: 'copy-pem';
  readonly thing: number;
  readonly part: PemPart;
}

/** The page's state changed; the host keeps it for the serializer and the status bar. */
export interface StateChanged {
  readonly type: 'state-changed';
  readonly state: PlayerState;
  /** True once the last step has been reached: completes a walkthrough step. */
  readonly finished: boolean;
  /** How often the reader has moved since the page was loaded. */
  readonly moves: number;
}

export const pageCommands = ['transcript', 'copyLink'] as const;

/** The reader wants a command of the editor that is about the player. */
export interface PageCommand {
  readonly type: 'command';
  readonly command: (typeof pageCommands)[number];
}

export type FromPage =
  | Ready
  | ChooseScenario
  | ChooseWorld
  | RevealEvidence
  | RevealHeld
  | RevealFinding
  | CopyPem
  | PageCommand
  | StateChanged;
