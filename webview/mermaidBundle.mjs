import { readFile } from 'node:fs/promises';

const MERMAID_FILES = /[\\/]node_modules[\\/]mermaid[\\/]dist[\\/].*\.mjs$/;

/** Only graph layouts draw shapes and lay out graphs; a sequence diagram does neither. */
const GRAPH_LIBRARIES = /from "(?:roughjs|marked|dagre-d3-es[^"]*)"/;

const LEFT_OUT = 'throw new Error("this part of mermaid is left out of the page");';

/**
 * Keeps of mermaid 11.17.2 what draws a sequence diagram. Left out are all other diagrams (with the grammar package
 * that only they import), KaTeX, and the chunks that draw graphs.
 * @returns {import('esbuild').Plugin}
 */
export function mermaidSequenceOnly() {
  return {
    name: 'mermaid-sequence-only',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ kind, importer, path }) => {
        if (kind !== 'dynamic-import' || !MERMAID_FILES.test(importer)) return undefined;
        return path.includes('sequenceDiagram-') ? undefined : { path, namespace: 'left-out' };
      });
      build.onLoad({ filter: /./, namespace: 'left-out' }, () => ({ contents: LEFT_OUT, loader: 'js' }));
      build.onLoad({ filter: MERMAID_FILES }, async ({ path }) => {
        const contents = await readFile(path, 'utf8');
        return { contents: GRAPH_LIBRARIES.test(contents) ? emptyExports(contents) : contents, loader: 'js' };
      });
    },
  };
}

/** Returns a module with the same export names, all undefined. */
function emptyExports(contents) {
  const names = contents
    .slice(contents.lastIndexOf('export {') + 'export {'.length, contents.lastIndexOf('}'))
    .split(',');
  return names.map((name) => `export const ${name.trim().split(' ').at(-1)} = undefined;`).join('\n');
}
