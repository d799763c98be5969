import { substitutionEnd } from '../flags/shellCommand';
import { MappedTextBuilder, type MappedText } from '../mappedText';

/**
 * Returns the commands of a shell script, cut at line ends and operators that stand outside of quotes; comments are left out.
 * A script with a here-document yields none: what stands in it is no command.
 */
export function scriptCommands(written: MappedText): readonly MappedText[] {
  const script = withoutContinuations(written);
  const { text } = script;
  if (text.includes('<<')) return [];
  const commands: MappedText[] = [];
  let start = 0;
  for (let at = 0; at < text.length;) {
    const next = behindPart(text, at);
    const ending = commandEnd(text, at);
    if (next === undefined && ending !== undefined) {
      commands.push(script.slice(start, at));
      start = ending;
    }
    at = next ?? ending ?? at + 1;
  }
  return [...commands, script.slice(start)];
}

/** A backslash and the line end behind it stand for nothing. */
function withoutContinuations(script: MappedText): MappedText {
  const builder = new MappedTextBuilder(script, 0);
  let done = 0;
  for (const { index } of script.text.matchAll(/(?<!\\)\\\n/g)) {
    builder.keep(done, index);
    done = index + 2;
  }
  builder.keep(done, script.text.length);
  return builder.build();
}

/** Returns where a quoted text, an escaped character or a substitution that starts here ends; else undefined. */
function behindPart(text: string, at: number): number | undefined {
  const character = text.charAt(at);
  if (character === '\\') return at + 2;
  if (character !== '"' && character !== "'") return substitutionEnd(text, at);
  let end = at + 1;
  while (end < text.length && text[end] !== character) {
    end = (character === '"' ? behindEscape(text, end) : undefined) ?? end + 1;
  }
  return end + 1;
}

function behindEscape(text: string, at: number): number | undefined {
  return text[at] === '\\' ? at + 2 : substitutionEnd(text, at);
}

/** Returns where the next command may begin when an operator, a line end or a comment stands here; else undefined. */
function commandEnd(text: string, at: number): number | undefined {
  const character = text.charAt(at);
  if (character === '#' && /^\s?$/.test(text.charAt(at - 1))) {
    const end = text.indexOf('\n', at);
    return end === -1 ? text.length : end;
  }
  if (character === '&') return '<>'.includes(text[at - 1] ?? ' ') || text[at + 1] === '>' ? undefined : at + 1;
  return '\n;|'.includes(character) ? at + 1 : undefined;
}
