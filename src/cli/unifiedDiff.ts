import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** Returns the difference of two texts of one file as a unified diff; empty when there is none. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const shown = path.replace(/^\/+/, '');
  return createTwoFilesPatch(`a/${shown}`, `b/${shown}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
