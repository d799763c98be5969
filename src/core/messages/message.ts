/** A sentence for people: which one, and what to fill in. Texts live in catalogues, never in code that decides. */
export interface Message {
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Texts by message id; `{name}` is replaced by the parameter of that name. */
export type Catalogue = Readonly<Record<string, string>>;

/** A name or value of more characters is cut where a sentence names it: nobody reads on. */
const LONGEST_PARAM = 1000;

/** Returns the text of a message, or its id when the catalogue lacks it; unknown placeholders stay as they are. */
export function renderMessage(message: Message, catalogue: Catalogue): string {
  const template = catalogue[message.id] ?? message.id;
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = message.params[name];
    return value === undefined ? placeholder : shown(value);
  });
}

function shown(value: string): string {
  if (value.length <= LONGEST_PARAM) return value;
  return `${value.slice(0, LONGEST_PARAM).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
