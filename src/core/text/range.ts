/** A stretch of one text: UTF-16 offsets, 0-based, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place in a text: line and column are 0-based, column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Returns whether `offset` lies in `range` or touches one of its ends. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Returns whether two ranges share at least one character, or touch where one of them is empty. */
export function overlaps(a: Range, b: Range): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}
