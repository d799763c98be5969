import { askedOnce } from '../askedOnce';
import type { Cluster } from '../cluster/cluster';
import { flagsOf, type CommandLine, type Flag } from '../documents/commandLine';
import type { FlagsDocument, ParsedFile } from '../documents/document';
import { overlaps } from '../text/range';

/** A flag with the places it stands in. */
export interface WrittenFlag {
  readonly path: string;
  readonly document: FlagsDocument;
  readonly line: CommandLine;
  readonly flag: Flag;
}

const PLAIN_NAME = /^[\w-]+$/;

/**
 * Returns the flags of a file in the order written, without those whose names a template makes. Flags in a variable of any
 * name are those of the component whose unit takes the variable in.
 */
export function writtenFlags(file: ParsedFile, cluster: Cluster): readonly WrittenFlag[] {
  return flagsByFile(cluster)(file);
}

/** Returns the written flags that are passed in any case: whether one under a condition is, the release may tell. */
export function passedFlags(file: ParsedFile, cluster: Cluster): readonly WrittenFlag[] {
  return writtenFlags(file, cluster).filter(({ flag }) => !flag.conditional && !flag.byVersion);
}

const flagsByFile = askedOnce((cluster: Cluster) =>
  askedOnce((file: ParsedFile): readonly WrittenFlag[] =>
    file.documents.flatMap((document) => (document.type === 'flags' ? flagsIn(file, document, cluster) : [])),
  ),
);

function flagsIn({ source: { path } }: ParsedFile, document: FlagsDocument, cluster: Cluster): readonly WrittenFlag[] {
  const isRead = new Set(document.commandLines.map(keyOf));
  const takenIn = (linesTakenIn(cluster).get(path) ?? []).filter(
    (line) => overlaps(document.range, line.headRange) && !isRead.has(keyOf(line)),
  );
  return [...document.commandLines, ...takenIn].flatMap((line) =>
    flagsOf(line)
      .filter(({ name, templated }) => !templated || PLAIN_NAME.test(name))
      .map((flag) => ({ path, document, line, flag })),
  );
}

/** The values of variables that units in view take in, each once for a component, by the file they stand in. */
const linesTakenIn = askedOnce(
  ({ kubelets, controllerManagers, apiServers }: Cluster): ReadonlyMap<string, readonly CommandLine[]> => {
    const lines = new Map<string, Map<string, CommandLine>>();
    for (const { commandLines } of [...kubelets, ...controllerManagers, ...apiServers]) {
      for (const { path, value } of commandLines) {
        const ofFile = lines.get(path) ?? new Map<string, CommandLine>();
        lines.set(path, ofFile.set(keyOf(value), value));
      }
    }
    return new Map([...lines].map(([path, ofFile]) => [path, [...ofFile.values()]]));
  },
);

function keyOf({ component, headRange }: CommandLine): string {
  return `${component} ${String(headRange.start)}`;
}
