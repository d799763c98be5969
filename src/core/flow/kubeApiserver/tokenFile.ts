import type { UserInfo } from './identity';

/**
 * Returns whom each token of a `--token-auth-file` stands for (token.csv): token, user, uid, and groups parted by commas in
 * one field. Of equal tokens the last wins; undefined when kube-apiserver would refuse to start with this file.
 */
export function parseTokenFile(text: string): ReadonlyMap<string, UserInfo> | undefined {
  const users = new Map<string, UserInfo>();
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue;
    const fields = csvFields(line);
    const [token, username, , groups] = fields;
    if (fields.length < 3 || token === undefined || username === undefined) return undefined;
    if (token === '') continue;
    const names = (groups ?? '').split(',').map((name) => name.trim());
    users.set(token, { username, groups: names.filter((name) => name !== '') });
  }
  return users;
}

function csvFields(line: string): readonly string[] {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index] ?? '';
    if (isQuoted && character === '"' && line[index + 1] === '"') {
      field += '"';
      index += 1;
    } else if (character === '"') {
      isQuoted = !isQuoted;
    } else if (character === ',' && !isQuoted) {
      fields.push(field);
      field = '';
    } else {
      field += character;
    }
  }
  return [...fields, field];
}
