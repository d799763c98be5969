import * as vscode from 'vscode';
import { isDeed, type Deed } from './deeds';

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

function show(deed: Deed): void {
  void vscode.commands.executeCommand('setContext', `tlsBootstrap.did.${deed}`, true);
}
