import type { Cluster } from '../cluster/cluster';
import type { Release } from '../kubernetes/release';
import { behaviourOf, type Behaviour } from './behaviour';
import { EventQueue } from './clock/queue';
import { WallClock } from './clock/wallClock';
import { Recorder } from './recorder';
import type { ResolvedRun } from './scenarioRun';
import { SettingsReader } from './settings';

/** What there is once in a simulation, however many nodes it has. */
export interface WorldParts {
  readonly cluster: Cluster;
  readonly run: ResolvedRun;
  readonly queue: EventQueue;
  readonly recorder: Recorder;
  readonly clock: WallClock;
  readonly reader: SettingsReader;
  /** Returns the number of a new private key. */
  readonly newKey: () => number;
}

/** What all parts of one simulation share. */
export class World implements WorldParts {
  readonly cluster: Cluster;
  readonly run: ResolvedRun;
  readonly queue: EventQueue;
  readonly recorder: Recorder;
  readonly clock: WallClock;
  readonly reader: SettingsReader;
  readonly newKey: () => number;
  readonly release: Release;
  readonly behaviour: Behaviour;

  constructor({ cluster, run, queue, recorder, clock, reader, newKey }: WorldParts) {
    this.cluster = cluster;
    this.run = run;
    this.queue = queue;
    this.recorder = recorder;
    this.clock = clock;
    this.reader = reader;
    this.newKey = newKey;
    this.release = cluster.target.release;
    this.behaviour = behaviourOf(this.release);
  }

  get now(): number {
    return this.queue.now;
  }

  /** What the nodes' clocks show. */
  get nodeTime(): number {
    return this.now + this.nodeClockAhead;
  }

  /** What the control plane's clock shows. */
  get serverTime(): number {
    return this.now + this.serverClockAhead;
  }

  get nodeClockAhead(): number {
    return this.run.clockAhead?.node ?? 0;
  }

  get serverClockAhead(): number {
    return this.run.clockAhead?.controlPlane ?? 0;
  }
}

/** Returns a world in which nothing has happened yet. */
export function newWorld(cluster: Cluster, run: ResolvedRun): World {
  const queue = new EventQueue();
  const recorder = new Recorder(() => queue.now, run.maxEvents);
  const clock = new WallClock(run.startsAt);
  const reader = new SettingsReader(recorder, run.view === 'complete', run.settings);
  let keys = 0;
  const newKey = (): number => {
    keys += 1;
    return keys;
  };
  return new World({ cluster, run, queue, recorder, clock, reader, newKey });
}
