import { SourceText } from '../../../src/core/text/sourceText';
import type { Argument, CommandLine } from '../../../src/core/documents/commandLine';
import type { FlagsDocument, ParsedFile } from '../../../src/core/documents/document';
import { readFile } from '../../../src/core/documents/readFile';

export function read(path: string, text: string): ParsedFile {
  return readFile(new SourceText(path, text));
}

export function flagsDocumentOf(file: ParsedFile): FlagsDocument | undefined {
  return file.documents.find((document): document is FlagsDocument => document.type === 'flags');
}

export function commandLinesOf(file: ParsedFile): readonly CommandLine[] {
  return flagsDocumentOf(file)?.commandLines ?? [];
}

/** The command lines of a file in the notation of `FlagExample`. */
export function summaryOf(file: ParsedFile): readonly string[] {
  return commandLinesOf(file).map(lineSummary);
}

export function lineSummary(line: CommandLine): string {
  return `${line.component} ${line.variable ?? ''}: ${line.arguments.map(argumentSummary).join(' | ')}`;
}

export function argumentSummary(argument: Argument): string {
  if (argument.type === 'stray') return `?${argument.stray.text}`;
  if (argument.type === 'reference') {
    const { variable, templated, unsplit } = argument.reference;
    if (templated) return `{${variable}}`;
    return unsplit ? `\${${variable}}` : `$${variable}`;
  }
  const { name, writtenName, form, value, templated } = argument.flag;
  const dashes = writtenName.startsWith('--') ? '--' : '-';
  const written = form === 'bare' ? '' : `${form === 'equals' ? '=' : ' '}${value ?? ''}`;
  return `${templated ? '~' : ''}${dashes}${name}${written}`;
}

/** One text in the ways editors and systems store it; meaning the same in each. */
export function variants(text: string): readonly { readonly name: string; readonly text: string }[] {
  return [
    { name: 'as is', text },
    { name: 'CRLF', text: text.replaceAll('\n', '\r\n') },
    { name: 'byte order mark', text: `\uFEFF${text}` },
    { name: 'no line end at the end', text: text.replace(/\n+$/, '') },
  ];
}

/** The same with tabs for the blanks in front of lines, for hosts where both indent. */
export function flagVariants(text: string): readonly { readonly name: string; readonly text: string }[] {
  return [...variants(text), { name: 'tabs', text: text.replaceAll(/^ +/gm, '\t') }];
}
