/** The answers to the questions asked last; the oldest of more than `most` is forgotten. */
export class Lately<Answer> {
  readonly #answers = new Map<string, Answer>();

  constructor(private readonly most: number) {}

  /** Returns the answer given before, else that of `find`. */
  get(question: string, find: () => Answer): Answer {
    const known = this.#answers.get(question);
    if (known !== undefined) return known;
    const answer = find();
    this.#answers.set(question, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.most && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}
