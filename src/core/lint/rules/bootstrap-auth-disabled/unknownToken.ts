import { tokenFileOf, type Acceptance } from '../../../cluster/acceptedTokens';
import type { Cluster, ComponentInView, InFile } from '../../../cluster/cluster';
import type { SourceOrigin } from '../../../cluster/setting';
import type { BootstrapTokenDocument } from '../../../documents/bootstrapToken/bootstrapTokenDocument';
import type { TokenText } from '../../../documents/secretText';
import type { Field } from '../../../documents/yaml/field';
import type { Draft } from '../../rule';

/** Returns whether a row of the token file that kube-apiserver reads has the token. */
export function isRowOf(cluster: Cluster, apiServer: ComponentInView, text: TokenText): boolean {
  const rows = tokenFileOf(cluster, apiServer)?.value.rows ?? [];
  return rows.some(({ token }) => token && (token.templated || token.value.whole.equals(text.whole)));
}

/** Returns a finding for a token that is looked for where it is not, as far as that place is in view. */
export function mismatch(
  { path, value: { value: text, range } }: InFile<Field<TokenText>>,
  { file, bootstrap }: { readonly file: Acceptance; readonly bootstrap: Acceptance },
  apiServer: ComponentInView,
  cluster: Cluster,
): readonly Draft[] {
  const known = tokenFileOf(cluster, apiServer);
  const secret = file === 'off' || known ? otherSecret(cluster, text) : undefined;
  if (secret) return [{ path, range, message: 'otherSecret', related: [{ ...secret, message: 'secret' }] }];
  if (file !== 'on' || !known || (text.bootstrap && bootstrap !== 'off')) return [];
  const place = { path: known.path, range: known.value.headRange };
  return [{ path, range, message: 'unknown', related: [{ ...place, message: 'file' }] }];
}

/** The place of the token's Secret when that holds another secret part. */
function otherSecret(cluster: Cluster, { bootstrap }: TokenText): SourceOrigin | undefined {
  const found = bootstrap && secretOf(cluster, bootstrap.id);
  if (!found || found.value.tokenSecret?.value?.equals(bootstrap.secret) !== false) return undefined;
  return { path: found.path, range: found.value.name?.range ?? found.value.headRange };
}

function secretOf({ files }: Cluster, id: string): InFile<BootstrapTokenDocument> | undefined {
  for (const { source, documents } of files) {
    for (const document of documents) {
      if (document.type === 'bootstrap-token' && document.tokenId?.value === id)
        return { path: source.path, value: document };
    }
  }
  return undefined;
}
