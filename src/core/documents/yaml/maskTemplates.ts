import type { Range } from '../../text/range';
import { findTemplates, findVariables } from '../templates';
import { jsonStatements } from './jsonStatements';

/** A YAML text in which templates are replaced by filler of the same length, so that places stay right. */
export interface MaskedYaml {
  readonly text: string;
  /** Templates in order, for those who ask whether a place is known. */
  readonly templates: readonly Template[];
}

export interface Template extends Range {
  /** `line`: it stands for whole lines or steers which lines there are; `value`: it is part of a line. */
  readonly type: 'line' | 'value';
}

/** Returns the text as YAML can read it: templates within a line become a plain word, those that fill lines a blank. */
export function maskTemplates(text: string): MaskedYaml {
  const templates = [...inlineTemplates(text), ...yttTemplates(text)].sort((a, b) => a.start - b.start);
  if (templates.length === 0) return { text, templates };
  const statements = jsonStatements(text, templates);
  const pieces: string[] = [];
  let done = 0;
  for (const template of templates) {
    if (template.start < done) continue;
    const written = text.slice(template.start, template.end);
    const statement = statements.get(template.start);
    pieces.push(
      text.slice(done, template.start),
      statement === undefined ? filler(written, template.type) : statement + blanks(written.slice(statement.length)),
    );
    done = template.end;
  }
  pieces.push(text.slice(done));
  return { text: pieces.join(''), templates: templates.map((template) => steering(template, statements)) };
}

/** Returns whether a template stands in a range, or right where an empty one lies. */
export function hasTemplate(templates: readonly Template[], range: Range): boolean {
  return templates.length > 0 && templatesIn(templates, range).length > 0;
}

/** Returns the templates that start in a range. */
export function templatesIn(templates: readonly Template[], range: Range): readonly Template[] {
  let low = 0;
  let high = templates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((templates[middle]?.start ?? 0) < range.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while ((templates[end]?.start ?? Infinity) < Math.max(range.end, range.start + 1)) end += 1;
  return templates.slice(low, end);
}

function inlineTemplates(text: string): readonly Template[] {
  const found = withoutOverlaps([...findTemplates(text), ...findVariables(text)]);
  const groups: Range[][] = [];
  for (const range of found) {
    const group = groups.at(-1);
    if (group && !text.slice(group.at(-1)?.end, range.start).includes('\n')) group.push(range);
    else groups.push([range]);
  }
  return groups.flatMap((group, index) => {
    const before = text.slice(groups[index - 1]?.at(-1)?.end ?? 0, group[0]?.start);
    const type = isAlone(text, group, before) ? 'line' : 'value';
    return group.map((range) => ({ type, ...range }) as const);
  });
}

/** True when nothing but blanks stands in front of, between and behind the templates of a line. */
function isAlone(text: string, group: readonly Range[], before: string): boolean {
  const end = group.at(-1)?.end ?? 0;
  const newline = text.indexOf('\n', end);
  const gaps = group.map((range, index) => text.slice(group[index - 1]?.end ?? range.start, range.start));
  const behind = text.slice(end, newline === -1 ? text.length : newline);
  return [before.slice(before.lastIndexOf('\n') + 1).replace('\uFEFF', ''), ...gaps, behind].every(
    (gap) => gap.trim() === '',
  );
}

function withoutOverlaps(ranges: readonly Range[]): readonly Range[] {
  const kept: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    if (range.start >= (kept.at(-1)?.end ?? 0)) kept.push(range);
  }
  return kept;
}

/** `#@ …` of ytt is a YAML comment; the value or the lines it speaks of are unknown. */
function yttTemplates(text: string): readonly Template[] {
  if (!text.includes('#@')) return [];
  return [...text.matchAll(/^(.*?)#@[^\r\n]*/gm)].map((match) => {
    const [, before = ''] = match;
    const start = match.index + before.length;
    const type = before.trim() === '' ? 'line' : 'value';
    return { start, end: match.index + match[0].length, type } as const;
  });
}

/** A statement between the members of JSON steers which ones there are. */
function steering(template: Template, statements: ReadonlyMap<number, string>): Template {
  return statements.has(template.start) ? { ...template, type: 'line' } : template;
}

function blanks(written: string): string {
  return written.replace(/[^\r\n]/g, ' ');
}

function filler(written: string, type: Template['type']): string {
  if (written.startsWith('#@')) return written;
  if (type === 'line') return blanks(written);
  const newline = written.indexOf('\n');
  if (newline === -1) return 'x'.repeat(written.length);
  return 'x'.repeat(newline) + blanks(written.slice(newline));
}
