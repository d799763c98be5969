/** A sentence for people: which one, and what to fill in. Texts live in catalogues, never in code that decides. */
export interface Message {
  readonly id: string;
  readonly params: Params;
}

/** Words within a sentence that each language has its own for, such as a length of time. */
export interface Phrase {
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
}

/** What a sentence is filled in with: names and values as they are, and phrases. */
export type Params = Readonly<Record<string, string | Phrase>>;

/** Texts by message id; `{name}` is replaced by the parameter of that name. */
export type Catalogue = Readonly<Record<string, string>>;

/** A name or value of more characters is cut where a sentence names it: nobody reads on. */
const LONGEST_PARAM = 1000;

/** Returns the text of a message, or its id when the catalogue lacks it; unknown placeholders stay as they are. */
export function renderMessage(message: Message, catalogue: Catalogue): string {
  const template = catalogue[message.id] ?? message.id;
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = message.params[name];
    if (value === undefined) return placeholder;
    return typeof value === 'string' ? shown(value) : renderMessage(value, catalogue);
  });
}

function shown(value: string): string {
  if (value.length <= LONGEST_PARAM) return value;
  return `${value.slice(0, LONGEST_PARAM).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
