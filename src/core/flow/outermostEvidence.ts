import type { ParsedFile } from '../documents/document';
import { outermostPlace } from '../text/outerText';
import type { Evidence } from './timeline';

/** Returns a function that moves evidence found in embedded files to the files that hold them. */
export function outermostEvidence(files: readonly ParsedFile[]): (evidence: Evidence) => Evidence {
  const inner = new Map(files.flatMap(({ source }) => (source.outer ? [[source.path, source] as const] : [])));
  if (inner.size === 0) return (evidence) => evidence;
  return (evidence) => {
    const { origin } = evidence;
    const source = origin && inner.get(origin.path);
    return source ? { ...evidence, origin: outermostPlace(source, origin.range) } : evidence;
  };
}
