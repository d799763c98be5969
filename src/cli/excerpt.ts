import type { SourceText } from '../core/text/sourceText';
import { displayWidth, printable } from './printable';
import { redactSource } from './redact';
import type { ReportPlace } from './report';

/** The line a place is on, cut to fit, and a line of carets under the place. */
export interface Excerpt {
  readonly line: string;
  readonly carets: string;
}

const longest = 110;
const before = 40;

/** Returns the first line of a place with carets under it; secrets are covered. */
export function excerptOf(source: SourceText, place: ReportPlace): Excerpt {
  const lineIndex = place.start.line - 1;
  const range = source.lineRange(lineIndex);
  const skipped = lineIndex === 0 ? source.contentStart : 0;
  const whole = source.text.slice(range.start + skipped, range.end);
  const from = place.start.column - 1;
  const to = place.end.line === place.start.line ? place.end.column - 1 : whole.length;
  const left = whole.length <= longest ? 0 : Math.max(0, from - before);
  const right = Math.min(whole.length, left + longest);
  const shown = redactSource(whole.slice(Math.max(0, left - secretMargin), right + secretMargin), source.path);
  const margin = left - Math.max(0, left - secretMargin);
  const cut = printable(shown.slice(margin, margin + right - left));
  const head = left > 0 ? '…' : '';
  const marked = cut.slice(from - left, Math.min(to, right) - left);
  const indent = cut.slice(0, from - left).replace(/[^\t]/gu, (character) => ' '.repeat(displayWidth(character)));
  return {
    line: `${head}${cut}${right < whole.length ? '…' : ''}`,
    carets: `${' '.repeat(head.length)}${indent}${'^'.repeat(Math.max(1, displayWidth(marked)))}`,
  };
}

/** A secret is recognised as a whole only: look this far beyond the cut. */
const secretMargin = 4096;
