import type { NodeReadiness } from '../timeline';

/** A kubelet that posts the status of a node, as long as it is let. */
export interface StatusReporter {
  readonly address: string;
  /** When it posted last, in seconds. */
  readonly lastReport: number;
  /** Another kubelet posts under the same name from now on. */
  joinedBy: () => void;
}

/** A Node object as kube-apiserver stores it: one for each name, whichever kubelets report under it. */
export class NodeObject {
  readonly readiness: NodeReadiness[] = [{ t: 0, ready: 'none' }];
  readonly #reporters = new Set<StatusReporter>();
  #lastAddress: string | undefined;

  constructor(
    readonly name: string,
    private readonly now: () => number,
  ) {}

  get isRegistered(): boolean {
    return this.ready !== 'none';
  }

  get ready(): NodeReadiness['ready'] {
    return this.readiness.at(-1)?.ready ?? 'none';
  }

  /** Whether any kubelet posts its status. */
  get isReported(): boolean {
    return this.#reporters.size > 0;
  }

  /** The address of the kubelet that posted last (recorded on 1.20: with two it flips); undefined when none ever did. */
  get address(): string | undefined {
    const [first, ...others] = this.#reporters;
    if (first === undefined) return this.#lastAddress;
    return others.reduce((last, one) => (one.lastReport >= last.lastReport ? one : last), first).address;
  }

  /** Writes down the Ready condition from now on. */
  setReady(ready: NodeReadiness['ready']): void {
    if (this.ready !== ready) this.readiness.push({ t: this.now(), ready });
  }

  /** A kubelet posts the status from now on. */
  join(reporter: StatusReporter): void {
    if (this.#reporters.has(reporter)) return;
    const others = [...this.#reporters];
    this.#reporters.add(reporter);
    if (others.length === 0) return;
    for (const one of [...others, reporter]) one.joinedBy();
  }

  /** A kubelet posts the status no more. */
  leave(reporter: StatusReporter): void {
    this.#lastAddress = this.address;
    this.#reporters.delete(reporter);
  }
}
