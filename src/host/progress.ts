import * as vscode from 'vscode';

/** What a reader can have done; each completes a step of the walkthrough. */
export const deeds = [
  'readRule',
  'metTheParts',
  'playedBootstrap',
  'sawExpiry',
  'checkedSample',
  'repaired',
  'playedFiles',
  'choseRelease',
] as const;

/** An exercise of the lab that was solved is a deed of its own: `solved.<id of the exercise>`. */
export type Deed = (typeof deeds)[number] | `solved.${string}`;

const KEY = 'progress';

/** What the reader has done so far: kept across windows and machines, and shown to the walkthrough as context keys. */
export class Progress {
  readonly #memento: vscode.Memento;
  readonly #done: Set<Deed>;

  constructor(memento: vscode.Memento & { setKeysForSync(keys: readonly string[]): void }) {
    this.#memento = memento;
    memento.setKeysForSync([KEY]);
    const kept = memento.get<unknown>(KEY);
    this.#done = new Set(Array.isArray(kept) ? kept.filter(isDeed) : []);
    for (const deed of this.#done) show(deed);
  }

  has(deed: Deed): boolean {
    return this.#done.has(deed);
  }

  /** Notes that the reader has done something; the second time changes nothing. */
  note(deed: Deed): void {
    if (this.#done.has(deed)) return;
    this.#done.add(deed);
    show(deed);
    void this.#memento.update(KEY, [...this.#done]);
  }
}

function isDeed(kept: unknown): kept is Deed {
  if (typeof kept !== 'string') return false;
  return (deeds as readonly string[]).includes(kept) || /^solved\.[a-z0-9.-]{1,60}$/.test(kept);
}

function show(deed: Deed): void {
  void vscode.commands.executeCommand('setContext', `tlsBootstrap.did.${deed}`, true);
}
