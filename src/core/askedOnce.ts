/**
 * Returns the question with its answer kept for each thing it is asked about, as long as the thing lives. For things that
 * never change, such as what was read from a file, about which many rules ask the same.
 */
export function askedOnce<Thing extends object, Answer>(answer: (thing: Thing) => Answer): (thing: Thing) => Answer {
  const answers = new WeakMap<Thing, { readonly answer: Answer }>();
  return (thing) => {
    const known = answers.get(thing) ?? { answer: answer(thing) };
    answers.set(thing, known);
    return known.answer;
  };
}

/** As `askedOnce`, for questions by name, of which there are few. */
export function askedOnceByName<Answer>(answer: (name: string) => Answer): (name: string) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>();
  return (name) => {
    const known = answers.get(name) ?? { answer: answer(name) };
    answers.set(name, known);
    return known.answer;
  };
}
