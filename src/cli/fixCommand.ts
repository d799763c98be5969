import { fixAll } from '../core/lint/applyFixes';
import type { Finding } from '../core/lint/finding';
import { SourceText } from '../core/text/sourceText';
import type { FixArguments } from './arguments';
import { kubernetes } from './engine';
import { gather, type GatheredCluster, type GatheredFile } from './gather';
import type { ExitCode, Io } from './io';
import { lintFiles } from './lintRun';
import { reportUnreadable, reportUnwritable } from './problems';
import { counted, type Reader } from './reader';
import { readFiles } from './readFiles';
import { redactSource } from './redact';
import { replaceFile } from './replaceFile';
import { checkRuleIds } from './ruleIds';
import { unifiedDiff } from './unifiedDiff';
import { reasonOf, type Unreadable } from './walk';

interface ChangedFile {
  readonly file: GatheredFile;
  readonly text: string;
}

/** Applies the safe fixes, or shows what they would change. Exits with 1 while there are errors left. */
export async function fixCommand(call: FixArguments, io: Io): Promise<ExitCode> {
  checkRuleIds(call.severities);
  const { clusters, unreadable } = await gather(call.paths, undefined, io);
  const changed = clusters.flatMap((cluster) => changesIn(cluster, call));
  const left = clusters.flatMap((cluster) => findingsAfter(cluster, changed, call, io));
  const failed = call.dryRun ? [] : await write(changed);
  if (call.dryRun) io.out(changed.map(diffOf).join(''));
  else io.out(`${sumOf(changed.length - failed.length, left.length, io.reader)}\n`);
  reportUnreadable(unreadable, io);
  reportUnwritable(failed, io);
  if (unreadable.length + failed.length > 0) return 2;
  return left.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function sumOf(files: number, findings: number, reader: Reader): string {
  return reader.say('cli.fixed', {
    files: counted(reader, 'file', files),
    findings: counted(reader, 'finding', findings),
  });
}

/** A file whose bytes are not all UTF-8 would lose some when written back: it is left alone. */
function changesIn({ files }: GatheredCluster, { kind, target, severities }: FixArguments): readonly ChangedFile[] {
  const fixed = fixAll(readFiles(files, kind), { kubernetes: kubernetes(), target, severities });
  return files.flatMap((file) => {
    const text = fixed.get(file.source.path);
    return text === undefined || !file.exact ? [] : [{ file, text }];
  });
}

function findingsAfter(
  { files }: GatheredCluster,
  changed: readonly ChangedFile[],
  call: FixArguments,
  io: Io,
): readonly Finding[] {
  const texts = new Map(changed.map(({ file, text }) => [file.source.path, text]));
  const after = files.map((file) => {
    const { path, text } = file.source;
    return { ...file, source: new SourceText(path, texts.get(path) ?? text) };
  });
  return lintFiles(readFiles(after, call.kind), { ...call, now: io.now().getTime() }).findings;
}

function diffOf({ file, text }: ChangedFile): string {
  return redactSource(unifiedDiff(file.source.path, file.source.text, text), file.source.path);
}

async function write(changed: readonly ChangedFile[]): Promise<readonly Unreadable[]> {
  const failed: Unreadable[] = [];
  for (const { file, text } of changed) {
    try {
      if (file.location !== undefined) await replaceFile(file.location, text);
    } catch (error) {
      failed.push({ path: file.source.path, reason: reasonOf(error) });
    }
  }
  return failed;
}
