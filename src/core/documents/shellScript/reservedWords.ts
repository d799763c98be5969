/** Words that begin or end a compound command; the command proper stands behind them. */
export const reservedWords: ReadonlySet<string> = new Set([
  'if',
  'then',
  'elif',
  'else',
  'fi',
  'while',
  'until',
  'do',
  'done',
  'esac',
  'time',
  '!',
  '{',
  '}',
]);
