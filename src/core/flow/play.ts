import type { SourceOrigin } from '../cluster/setting';
import type { Message } from '../messages/message';
import type { FlowStepId } from './flowStep';
import type { HeldThing } from './held/heldThing';

/** The actors on the player's stage, in the order they stand. */
export const playActors = ['kubelet', 'files', 'kube-apiserver', 'RBAC', 'kube-controller-manager'] as const;

export type PlayActor = (typeof playActors)[number];

/** One thing an actor holds at a step; `change` says how it differs from the step before. */
export interface HeldItem {
  readonly actor: PlayActor;
  /** Whose kubelet or files they are, by index into the play's machines; missing where one is played. */
  readonly machine?: number;
  /** Tells it from everything else that the actor holds, at whatever step. */
  readonly name: string;
  /** What it is: index into the play's things. */
  readonly thing: number;
  readonly change: 'new' | 'changed' | 'gone' | 'same';
}

/** A line of the reader's files that made a step happen. */
export interface PlayEvidence {
  readonly setting: string;
  readonly value: string | undefined;
  readonly origin: SourceOrigin | undefined;
}

/** One message of the sequence diagram. State at a step is a pure function of the steps up to it. */
export interface PlayStep {
  readonly step: FlowStepId;
  /** Seconds since the first start of the kubelet. */
  readonly t: number;
  readonly from: PlayActor;
  readonly to: PlayActor;
  /** Whose kubelet it is, by index into the play's machines; missing where one is played, and in steps without a kubelet. */
  readonly machine?: number;
  /** A few words on the arrow. */
  readonly label: Message;
  /** One sentence, at most 25 words. */
  readonly sentence: Message;
  /** The real program's words, empty where it says nothing. */
  readonly output: string;
  readonly result: 'ok' | 'waits' | 'fails';
  readonly holds: readonly HeldItem[];
  readonly evidence: readonly PlayEvidence[];
  readonly assumed: boolean;
  /** Present when the fact behind it is only likely for the release. */
  readonly likely?: true;
}

/** One bar of the life line. Times are seconds since the first start. */
export interface LifeBar {
  readonly name: string;
  readonly purpose: 'client' | 'serving' | 'self-signed';
  readonly notBefore: number;
  readonly notAfter: number;
  readonly rotationAt: number | undefined;
}

export interface LifeLine {
  readonly end: number;
  readonly bars: readonly LifeBar[];
  readonly node: readonly { readonly t: number; readonly ready: 'True' | 'False' | 'Unknown' | 'none' }[];
}

/** Everything the player shows, as plain data. It plays a timeline and adds no knowledge of its own. */
export interface Play {
  /** Id of a built-in scenario, or `workspace` for the reader's own files. */
  readonly scenario: string;
  readonly title: Message;
  readonly release: string;
  /** The first start of the kubelet, in milliseconds of Unix time. */
  readonly startsAt: number;
  /** What the machines are called whose kubelets it tells apart; empty where one is played. */
  readonly machines: readonly string[];
  readonly steps: readonly PlayStep[];
  /** All that is held at some step, in each of its states once. */
  readonly things: readonly HeldThing[];
  /** mermaid text of the sequence diagram: one message per step, in order. */
  readonly diagram: string;
  readonly lifeLine: LifeLine;
  /** `isKnown` is false when it ends badly only because of what the files leave open. */
  readonly outcome: {
    readonly sentence: Message;
    readonly ok: boolean;
    readonly isKnown: boolean;
    readonly t: number;
  };
  readonly assumptions: readonly Message[];
}
