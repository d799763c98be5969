import type { TextEdit } from '../../../text/edit';
import type { Range } from '../../../text/range';
import type { SourceText } from '../../../text/sourceText';
import type { Draft, SilencingRule } from '../../rule';
import type { UnusedSilencing } from '../../silencing';

export const rule: SilencingRule = {
  id: 'unused-silencing',
  group: 'F',
  severity: 'hint',
  scope: 'silencing',
  lifeCycle: false,
  step: undefined,
  messages: {
    unused: 'This comment silences {rule}, which finds nothing here.',
    unusedAll: 'This comment silences every rule, and none finds anything here.',
    unknown: 'This comment silences {rule}, and there is no rule of that name.',
    removeComment: 'Remove the comment',
    removeRule: 'Remove {rule} from the comment',
  },
  check: (unused) => unused.map((one) => draftOf(one)),
};

function draftOf({ source, silencing, rule: named, unknown }: UnusedSilencing): Draft {
  const isOnly = silencing.rules.length < 2;
  const edit = isOnly ? removeComment(source, silencing.range) : removeName(source, silencing, named?.range);
  return {
    path: source.path,
    range: isOnly ? silencing.range : (named?.range ?? silencing.range),
    message: named ? (unknown ? 'unknown' : 'unused') : 'unusedAll',
    params: { rule: named?.value ?? '' },
    fixes: [
      {
        title: isOnly ? 'removeComment' : 'removeRule',
        params: { rule: named?.value ?? '' },
        safe: true,
        edits: [edit],
      },
    ],
    tags: ['unnecessary'],
  };
}

/** With its whole line when nothing else stands there. */
function removeComment(source: SourceText, range: Range): TextEdit {
  const line = source.lineAt(range.start);
  const start = Math.max(source.lineStarts[line] ?? 0, source.contentStart);
  const before = source.text.slice(start, range.start);
  if (before.trim() !== '') return remove(source, { start: start + before.trimEnd().length, end: range.end });
  return remove(source, { start, end: source.lineStarts[line + 1] ?? range.end });
}

function removeName(source: SourceText, { rules, range }: UnusedSilencing['silencing'], name: Range = range): TextEdit {
  const index = rules.findIndex((rule) => rule.range.start === name.start);
  const next = rules[index + 1];
  const previous = rules[index - 1];
  if (next) return remove(source, { start: name.start, end: next.range.start });
  return remove(source, { start: previous?.range.end ?? name.start, end: name.end });
}

function remove({ path }: SourceText, range: Range): TextEdit {
  return { path, range, newText: '' };
}
