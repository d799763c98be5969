import type { CommandLine } from './commandLine';
import type { Document, FlagsDocument } from './document';

/** Returns documents of a file that is changed after it is written: they say that more may stand there. */
export function markChanged(documents: readonly Document[]): readonly Document[] {
  return documents.map((document) => {
    if (document.type === 'flags') return markFlags(document);
    return document.type === 'kubelet-configuration' ? { ...document, changedLater: true } : document;
  });
}

/** Returns documents of a text that is put into a file: they say that it holds more. */
export function markPart(documents: readonly Document[]): readonly Document[] {
  return documents.map((document) => (document.type === 'flags' ? { ...document, isPart: true } : document));
}

function markFlags(document: FlagsDocument): FlagsDocument {
  const mark = (line: CommandLine): CommandLine => ({ ...line, changedLater: true });
  return {
    ...document,
    commandLines: document.commandLines.map(mark),
    variables: document.variables.map((variable) => ({
      ...variable,
      commandLineFor: (component) => mark(variable.commandLineFor(component)),
    })),
  };
}
