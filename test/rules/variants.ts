import type { Expected, ExpectedPlace, Files } from './examples';

/** The same example as another editor would have saved it. */
export interface Variant {
  readonly name: string;
  apply(files: Files): Files;
  expect(expected: Expected): Expected;
}

const mapTexts = (files: Files, change: (text: string) => string): Files =>
  new Map([...files].map(([path, text]) => [path, change(text)]));

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
const bom = (text: string): string => `\ufeff${text}`;

/** A byte order mark is one column of the first line. */
function afterBom(expected: Expected): Expected {
  return {
    ...expected,
    findings: expected.findings.map(({ related, ...finding }) => ({
      ...moved(finding),
      ...(related && { related: related.map(moved) }),
    })),
  };
}

function moved<P extends ExpectedPlace>(place: P): P {
  return { ...place, start: behindMark(place.start), end: behindMark(place.end) };
}

function behindMark([line, column]: readonly [number, number]): [number, number] {
  return [line, line === 1 ? column + 1 : column];
}

export const variants: readonly Variant[] = [
  { name: 'as written', apply: (files) => files, expect: (expected) => expected },
  { name: 'with CRLF', apply: (files) => mapTexts(files, crlf), expect: (expected) => expected },
  { name: 'with a byte order mark', apply: (files) => mapTexts(files, bom), expect: afterBom },
  {
    name: 'with CRLF and a byte order mark',
    apply: (files) => mapTexts(files, (text) => bom(crlf(text))),
    expect: afterBom,
  },
];
