import type { SourceText } from '../../text/sourceText';
import type { Document, FileKind } from '../document';
import { MappedText } from '../mappedText';
import { findTemplates } from '../templates';
import { kubectlApprovals } from './kubectlApproval';
import { kubectlCall } from './kubectlCall';
import { kubectlConfigs } from './kubectlConfig';
import { kubectlRbac } from './kubectlRbac';
import { kubectlSecrets } from './kubectlSecret';
import { allCommands } from './nestedCommands';
import { scriptFlags } from './scriptFlags';
import { ScriptVariables } from './scriptVariables';
import { unclosedIn } from './unclosed';
import { writtenFiles } from './writtenFiles';

/** Stands in the names of all programs, API groups and variables that are looked for. */
const OURS = /kube/i;

const SHEBANG = /^#![^\n]{0,100}\b(?:ba|da|a|k|z)?sh\b/;

const SCRIPT_NAME = /\.(?:sh|bash|ksh|zsh)(?:\.(?:j2|tpl|tmpl|erb|in))?$/i;

/** What stands in a script and in no file of assignments. */
const SCRIPT_LINE =
  /^[ \t]*(?:(?:sudo[ \t]+)?(?:kubectl|cat|tee|systemctl)[ \t]|set -[eux]|if \[|[A-Za-z_]\w*\(\)[ \t]*\{)/m;

/** A manifest may hold a script, and begins otherwise than one. */
const FIRST_LINE_OF_YAML = /^(?:[ \t]*(?:#.*)?\r?\n)*(?:---|["']?\w+["']?:[ \t\r\n]|[[{])/;

/** Scripts of POSIX shells and bash that run components, call kubectl or write files of ours. */
export const shellScript: FileKind = {
  id: 'shell-script',
  patterns: ['**/*.{sh,bash}'],

  recognise: (source) => OURS.test(source.text) && isScript(source),

  parse(source) {
    const commands = allCommands(MappedText.verbatim(source.text));
    const variables = new ScriptVariables(commands);
    const flags = scriptFlags(source, commands);
    const calls = commands.flatMap((command) => kubectlCall(command) ?? []);
    const documents: readonly Document[] = [
      ...(flags ? [flags] : []),
      ...kubectlRbac(source, calls, variables),
      ...kubectlApprovals(commands, variables),
    ];
    const templates = documents.length > 0 ? findTemplates(source.text).length : 0;
    return {
      documents,
      problems: unclosedIn(commands),
      notes: templates > 0 ? [{ type: 'templated', count: templates }] : [],
      embedded: [
        ...writtenFiles(source, commands, variables),
        ...kubectlSecrets(source, calls, variables),
        ...kubectlConfigs(source, calls, variables),
      ],
    };
  },
};

function isScript({ path, text, contentStart }: SourceText): boolean {
  if (text.startsWith('#!', contentStart)) return SHEBANG.test(text.slice(contentStart, contentStart + 120));
  if (SCRIPT_NAME.test(path)) return true;
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return !name.includes('.') && SCRIPT_LINE.test(text) && !FIRST_LINE_OF_YAML.test(text.slice(contentStart, 5000));
}
