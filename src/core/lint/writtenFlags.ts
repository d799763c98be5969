import { askedOnce } from '../askedOnce';
import { flagsOf, type CommandLine, type Flag } from '../documents/commandLine';
import type { FlagsDocument, ParsedFile } from '../documents/document';

/** A flag with the places it stands in. */
export interface WrittenFlag {
  readonly path: string;
  readonly document: FlagsDocument;
  readonly line: CommandLine;
  readonly flag: Flag;
}

const PLAIN_NAME = /^[\w-]+$/;

/** Returns the flags of a file in the order written, without those whose names a template makes. */
export const writtenFlags = askedOnce((file: ParsedFile): readonly WrittenFlag[] =>
  file.documents.flatMap((document) =>
    document.type === 'flags'
      ? document.commandLines.flatMap((line) =>
          flagsOf(line)
            .filter(({ name, templated }) => !templated || PLAIN_NAME.test(name))
            .map((flag) => ({ path: file.source.path, document, line, flag })),
        )
      : [],
  ),
);

/** Returns the written flags that are passed in any case: whether one inside a template's condition is, only the release tells. */
export const passedFlags = askedOnce((file: ParsedFile): readonly WrittenFlag[] =>
  writtenFlags(file).filter(({ flag }) => !flag.conditional),
);
