import { sep } from 'node:path';

/** Returns a path with slashes, as paths are shown on every system. */
export function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
