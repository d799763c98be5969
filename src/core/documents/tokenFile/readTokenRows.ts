import { tokenText } from '../secretText';
import type { SourceText } from '../../text/sourceText';
import type { Range } from '../../text/range';
import { overlaps } from '../../text/range';
import { findTemplates, findVariables } from '../templates';
import { readCsv, type CsvField, type CsvRow } from './csv';
import type { TokenField, TokenRow } from './tokenFileDocument';

/** The rows of a token file and how many templates stand in it. */
export interface TokenRows {
  readonly rows: readonly TokenRow[];
  readonly templates: number;
}

/** Reads every row; one that is nothing but a template is no row. */
export function readTokenRows({ text, contentStart }: SourceText): TokenRows {
  const templates = [...findTemplates(text), ...findVariables(text)].sort((a, b) => a.start - b.start);
  const masked = mask(text, templates);
  const builder = new RowBuilder(templates);
  const rows = readCsv(masked, contentStart).flatMap((row) => builder.row(row) ?? []);
  return { rows, templates: templates.length };
}

/** Commas and quotes inside a template part nothing. */
function mask(text: string, templates: readonly Range[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of templates) {
    if (start < done) continue;
    pieces.push(text.slice(done, start), text.slice(start, end).replace(/[^\r\n]/g, 'x'));
    done = end;
  }
  return pieces.join('') + text.slice(done);
}

class RowBuilder {
  readonly #earlier = new Map<string, TokenRow>();
  #next = 0;

  constructor(readonly templates: readonly Range[]) {}

  row({ fields, range, badQuote }: CsvRow): TokenRow | undefined {
    const inRow = this.#templatesIn(range);
    const [whole] = inRow;
    if (inRow.length === 1 && whole && whole.start <= range.start && whole.end >= range.end) return undefined;
    const [token, user, uid, groups, ...extra] = fields;
    const tokenField = token && token.content.text !== '' ? fieldOf(token, inRow) : undefined;
    const groupList = groups && fieldOf(groups, inRow);
    const row: TokenRow = {
      token: tokenField && { ...tokenField, value: tokenText(tokenField.value) },
      user: user && fieldOf(user, inRow),
      uid: uid && fieldOf(uid, inRow),
      groupList,
      groups: groups ? groupsIn(groups, inRow) : [],
      extra: extra.map((field) => fieldOf(field, inRow)),
      columns: fields.length,
      badQuote,
      replaces: this.#replaced(tokenField),
      range,
    };
    if (tokenField && !tokenField.templated) this.#earlier.set(tokenField.value, row);
    return row;
  }

  #replaced(token: TokenField | undefined): TokenRow | undefined {
    return token && !token.templated ? this.#earlier.get(token.value) : undefined;
  }

  /** Rows come in order, so each template is looked at once. */
  #templatesIn(range: Range): readonly Range[] {
    const found: Range[] = [];
    for (; this.#next < this.templates.length; this.#next += 1) {
      const template = this.templates[this.#next];
      if (!template || template.start >= range.end) break;
      if (overlaps(template, range)) found.push(template);
    }
    return found;
  }
}

function fieldOf({ content, range }: CsvField, templates: readonly Range[]): TokenField {
  return { value: content.text, range, templated: templates.some((template) => overlaps(template, range)) };
}

/** kube-apiserver cuts the field at its commas and keeps the blanks around them. */
function groupsIn({ content }: CsvField, templates: readonly Range[]): readonly TokenField[] {
  const groups: TokenField[] = [];
  let start = 0;
  for (const value of content.text.split(',')) {
    const range = content.rangeOf(start, start + value.length);
    groups.push({ value, range, templated: templates.some((template) => overlaps(template, range)) });
    start += value.length + 1;
  }
  return groups;
}
