import { tokenFileOf } from '../../cluster/acceptedTokens';
import type { Cluster } from '../../cluster/cluster';
import type { StartFailure } from './startFailure';

/** Returns why kube-apiserver does not start with its token file (token.csv; words recorded on 1.20); undefined when it takes it. */
export function tokenFileFailure(cluster: Cluster): StartFailure | undefined {
  const { apiServer } = cluster;
  const setting = apiServer?.flag('token-auth-file');
  const file = apiServer && tokenFileOf(cluster, apiServer);
  const row = file?.value.rows.find(({ columns, token }) => columns < 3 && token?.templated !== true);
  if (row === undefined || file === undefined || setting?.state !== 'set') return undefined;
  const columns = `must have at least 3 columns (token, user name, user uid), found ${String(row.columns)}`;
  const evidence = {
    setting: '--token-auth-file',
    value: setting.value,
    origin: { path: file.path, range: row.range },
  };
  return { message: `Error: token file '${setting.value}' ${columns}`, evidence };
}
