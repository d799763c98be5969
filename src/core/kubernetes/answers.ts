import type { Release } from './release';

/**
 * Answers by release and name, each worked out once. For names that the data holds: of those that files hold there is
 * no end.
 */
export class Answers<T> {
  readonly #byRelease = new Map<Release, Map<string, T>>();

  /** Returns the answer given before, else that of `find`. */
  get(release: Release, name: string, find: () => T): T {
    const answers = this.#answersFor(release);
    const known = answers.get(name);
    if (known !== undefined) return known;
    const found = find();
    answers.set(name, found);
    return found;
  }

  #answersFor(release: Release): Map<string, T> {
    const known = this.#byRelease.get(release);
    if (known) return known;
    const answers = new Map<string, T>();
    this.#byRelease.set(release, answers);
    return answers;
  }
}
