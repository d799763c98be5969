import type { SourceText } from '../../text/sourceText';
import type { EmbeddedFile } from '../embedded/embeddedFile';
import { scalarText } from '../embedded/scalarText';
import { MappedTextBuilder, type MappedText } from '../mappedText';
import { resolved, scalarOf, valueOf, type YamlMapping, type YamlNode } from '../yaml/node';
import { scriptOf } from './scripts';

/** Modules that write a text to a path, by the keys that hold both (Ansible: copy, blockinfile, lineinfile). */
const WRITERS: readonly (readonly [module: string, text: string, paths: readonly string[]])[] = [
  ['copy', 'content', ['dest']],
  ['blockinfile', 'block', ['path', 'dest', 'destfile', 'name']],
  ['lineinfile', 'line', ['path', 'dest', 'destfile', 'name']],
];

const RUNNERS = ['shell', 'command'];

const NAMESPACE = /^ansible\.(?:builtin|legacy)\./;

/** Deeper than any playbook nests its blocks. */
const MAXIMUM_DEPTH = 12;

/** Returns the files that the tasks of a playbook or a role write, and the commands they run; else nothing. */
export function ansibleFiles(source: SourceText, root: YamlNode): readonly EmbeddedFile[] {
  return root.kind === 'sequence' ? filesBelow(source, root, 0) : [];
}

function filesBelow(source: SourceText, node: YamlNode, depth: number): readonly EmbeddedFile[] {
  if (depth > MAXIMUM_DEPTH) return [];
  if (node.kind === 'sequence') return node.items.flatMap((item) => filesBelow(source, item, depth + 1));
  if (node.kind !== 'mapping') return [];
  return node.entries.flatMap(({ key, value }) => {
    const own = moduleFiles(source, key.value.replace(NAMESPACE, ''), value);
    return own.length > 0 ? own : value.kind === 'sequence' ? filesBelow(source, value, depth + 1) : [];
  });
}

function moduleFiles(source: SourceText, module: string, node: YamlNode): readonly EmbeddedFile[] {
  const value = resolved(node);
  if (RUNNERS.includes(module)) {
    const command = value?.kind === 'mapping' ? (scalarOf(value, 'cmd') ?? valueOf(value, 'argv')) : value;
    return scriptOf(source, command, `${module}.sh`);
  }
  const writer = WRITERS.find(([name]) => name === module);
  return writer && value?.kind === 'mapping' ? writtenFile(source, value, writer[1], writer[2]) : [];
}

function writtenFile(
  source: SourceText,
  module: YamlMapping,
  key: string,
  paths: readonly string[],
): readonly EmbeddedFile[] {
  const content = scalarOf(module, key);
  const path = paths.flatMap((name) => scalarOf(module, name)?.value ?? [])[0];
  const text = content && !isDifferent(module) ? scalarText(source, content) : undefined;
  if (!text || path === undefined) return [];
  if (key === 'content') return [{ path, ...text }];
  return [{ path, ...text, content: withSection(path, text.content), isPart: true }];
}

/** The text is not what is written: with `backrefs` parts of the old line come in, and `state: absent` removes it. */
function isDifferent(module: YamlMapping): boolean {
  return (
    /^(?:true|yes|on)$/i.test(scalarOf(module, 'backrefs')?.value ?? '') ||
    scalarOf(module, 'state')?.value === 'absent'
  );
}

const SERVICE_SETTING = /^(?:Exec[A-Z]|Environment)\w*=/;

/** A line that goes into a unit is read as standing in its `[Service]` section. */
function withSection(path: string, content: MappedText): MappedText {
  if (!/\.(?:service|conf)$/.test(path) || !SERVICE_SETTING.test(content.text)) return content;
  const builder = new MappedTextBuilder(content, 0);
  builder.replace(0, 0, '[Service]\n');
  builder.keep(0, content.text.length);
  return builder.build();
}
