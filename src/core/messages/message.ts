/** A sentence for people: which one, and what to fill in. Texts live in catalogues, never in code that decides. */
export interface Message {
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Texts by message id; `{name}` is replaced by the parameter of that name. */
export type Catalogue = Readonly<Record<string, string>>;

/** Returns the text of a message, or its id when the catalogue lacks it; unknown placeholders stay as they are. */
export function renderMessage(message: Message, catalogue: Catalogue): string {
  const template = catalogue[message.id] ?? message.id;
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => message.params[name] ?? placeholder);
}
