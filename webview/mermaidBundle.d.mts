import type { Plugin } from 'esbuild';

/** Keeps of mermaid 11.17.2 what draws a sequence diagram. */
export function mermaidSequenceOnly(): Plugin;
