import type { InFile } from '../../cluster/cluster';
import type { ParsedFile } from '../../documents/document';
import type { Range } from '../../text/range';

/**
 * Returns the objects that are made when their files are applied: kubectl reads the documents of a file one after another and
 * goes no further than the first that is no YAML (kubernetes/cli-runtime, pkg/resource/visitor.go, StreamVisitor).
 */
export function reachedObjects<T extends { readonly range: Range }>(
  objects: readonly InFile<T>[],
  files: readonly ParsedFile[],
): readonly InFile<T>[] {
  const ends = new Map(
    files
      .filter(({ kind, problems }) => kind === 'kubernetes-yaml' && problems.length > 0)
      .map(({ source, problems }) => [source.path, Math.min(...problems.map(({ range }) => range.start))]),
  );
  if (ends.size === 0) return objects;
  return objects.filter(({ path, value }) => value.range.start < (ends.get(path) ?? Infinity));
}
