import { tokenFileOf } from '../../cluster/acceptedTokens';
import type { Cluster } from '../../cluster/cluster';
import type { StartFailure } from './failure';
import { namesMissingFile } from './missingFile';

/**
 * Returns why kube-apiserver does not start with its token file (token.csv; words recorded on 1.20); undefined when it takes it.
 * Only where all is in view is a file that is not in view not there.
 */
export function tokenFileFailure(cluster: Cluster, isComplete: boolean): StartFailure | undefined {
  const { apiServer } = cluster;
  const setting = apiServer?.flag('token-auth-file');
  if (apiServer === undefined || setting?.state !== 'set') return undefined;
  const { written, value, origin } = setting;
  const file = tokenFileOf(cluster, apiServer);
  if (isComplete && namesMissingFile(cluster, setting)) {
    const message = `Error: open ${value}: no such file or directory`;
    return { message, evidence: { setting: written, value, origin } };
  }
  const row = file?.value.rows.find(({ columns, token }) => columns < 3 && token?.templated !== true);
  if (row === undefined || file === undefined) return undefined;
  const columns = `must have at least 3 columns (token, user name, user uid), found ${String(row.columns)}`;
  const evidence = { setting: 'token file', value, origin: { path: file.path, range: row.range } };
  return { message: `Error: token file '${value}' ${columns}`, evidence };
}
