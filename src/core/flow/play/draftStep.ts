import { coveredParams } from '../../messages/covered';
import type { Message, Params } from '../../messages/message';
import type { FlowStepId } from '../flowStep';
import type { HeldThing } from '../held/heldThing';
import type { PlayActor, PlayStep } from '../play';

/** Something an actor holds from now on; `undefined` takes it away. */
export interface Holding {
  readonly actor: PlayActor;
  /** As in `HeldItem`. */
  readonly machine?: number;
  readonly name: string;
  readonly thing: HeldThing | undefined;
  /** It has been there before the story begins. */
  readonly found?: true;
}

/** A step before the holdings of the steps before it are added. */
export interface DraftStep extends Omit<PlayStep, 'holds'> {
  readonly sets: readonly Holding[];
  /** What happens, without when and to which object: equal for two steps that tell the same. */
  readonly signature: string;
  /** The renewal this step is part of; undefined for the first certificate and for everything else. */
  readonly renewal: Renewal | undefined;
}

/** One attempt to get the next certificate. */
export interface Renewal {
  readonly request: string;
  readonly purpose: 'client' | 'serving';
  /** Whose kubelet makes it, as in a step. */
  readonly machine: number | undefined;
  /** The run of the kubelet that makes it: attempts are counted run by run. */
  readonly run: number;
  /** As many attempts after this one had the same end and are not told. */
  readonly skipped: number;
}

/** What the table of steps says about one event. */
export interface Told {
  readonly step: FlowStepId;
  readonly from: PlayActor;
  readonly to: PlayActor;
  /** Id of label and sentence: `flow.step.<text>.label` and `flow.step.<text>`. */
  readonly text: string;
  readonly params?: Params;
  readonly result?: PlayStep['result'];
  /** Tells steps with the same words apart that belong to different parts of the story. */
  readonly part?: string;
  readonly sets?: readonly Holding[];
}

/** Returns a message of the flow catalogue. */
export function flowMessage(id: string, params: Params = {}): Message {
  return { id: `flow.${id}`, params: coveredParams(params) };
}

/** Returns what tells the steps of one kubelet from those of another that tell the same. */
export function signatureOf(words: string, machine: number | undefined): string {
  return machine === undefined ? words : `${words} ${String(machine)}`;
}
