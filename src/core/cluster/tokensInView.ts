import { askedOnce } from '../askedOnce';
import type { BootstrapTokenDocument } from '../documents/bootstrapToken/bootstrapTokenDocument';
import type { ParsedFile } from '../documents/document';
import type { KubeadmBootstrapToken } from '../documents/kubeadm/kubeadmDocument';
import type { TokenText } from '../documents/secretText';
import type { TokenRow } from '../documents/tokenFile/tokenFileDocument';
import type { Cluster } from './cluster';
import type { SourceOrigin } from './setting';

/** Whom kube-apiserver takes the bearer of a token for. */
export interface TokenIdentity {
  readonly user: string;
  readonly groups: readonly string[];
  /** False when the token may be in groups that no file in view tells. */
  readonly isWhole: boolean;
  /** The place that tells. */
  readonly origin: SourceOrigin;
}

/** A token that a file in view gives a meaning. */
export interface TokenInView {
  readonly kind: 'row' | 'secret' | 'kubeadm';
  readonly identity: TokenIdentity;
  /** Returns whether a client that sends this text means this token; of a bootstrap token only the id is looked at. */
  isMeantBy(token: TokenText): boolean;
}

/** Every bootstrap token is in this group (rbac.json, groupsAndUsers). */
export const BOOTSTRAPPERS = 'system:bootstrappers';

/** The group kubeadm gives its tokens when none is written (rbac.json, groupsAndUsers). */
const KUBEADM_GROUP = 'system:bootstrappers:kubeadm:default-node-token';

/** Returns the identity of a bootstrap token with this id (behaviour `token.bootstrap`). */
export function bootstrapTokenIdentity(
  id: string,
  extraGroups: readonly string[],
  isWhole: boolean,
  origin: SourceOrigin,
): TokenIdentity {
  return { user: `system:bootstrap:${id}`, groups: [BOOTSTRAPPERS, ...extraGroups], isWhole, origin };
}

/** Returns all tokens that files in view give a meaning: rows of token files, Secrets, and what kubeadm makes. */
export function tokensInView({ files }: Pick<Cluster, 'files'>): readonly TokenInView[] {
  return tokensOf(files);
}

const tokensOf = askedOnce((files: readonly ParsedFile[]): readonly TokenInView[] =>
  files.flatMap(({ source: { path }, documents }) =>
    documents.flatMap((document): readonly TokenInView[] => {
      if (document.type === 'token-file') return document.rows.flatMap((row) => tokenOfRow(path, row));
      if (document.type === 'bootstrap-token') return tokenOfSecret(path, document);
      if (document.type !== 'kubeadm') return [];
      return document.bootstrapTokens.flatMap((token) => tokenOfKubeadm(path, token));
    }),
  ),
);

/** With a row of fewer than three columns kube-apiserver does not start: it is nobody (behaviour `token.csv`). */
function tokenOfRow(path: string, { token, user, groups, columns }: TokenRow): readonly TokenInView[] {
  if (columns < 3 || !token || !user || token.templated || user.templated) return [];
  return [
    {
      kind: 'row',
      identity: {
        user: user.value,
        groups: groups.filter(({ templated }) => !templated).map(({ value }) => value),
        isWhole: groups.every(({ templated }) => !templated),
        origin: { path, range: user.range },
      },
      isMeantBy: ({ whole }) => whole.equals(token.value.whole),
    },
  ];
}

function tokenOfSecret(path: string, document: BootstrapTokenDocument): readonly TokenInView[] {
  const { tokenId, authExtraGroups, name, headRange, templated } = document;
  const id = tokenId?.value;
  if (id === undefined) return [];
  const groups = (authExtraGroups?.value ?? '').split(',').filter((group) => group !== '');
  const isWhole = authExtraGroups ? authExtraGroups.value !== undefined : !templated;
  return [
    {
      kind: 'secret',
      identity: bootstrapTokenIdentity(id, groups, isWhole, { path, range: name?.range ?? headRange }),
      isMeantBy: ({ bootstrap }) => bootstrap?.id === id,
    },
  ];
}

function tokenOfKubeadm(path: string, { token, groups, range }: KubeadmBootstrapToken): readonly TokenInView[] {
  const id = token?.templated === false ? token.value.bootstrap?.id : undefined;
  if (id === undefined) return [];
  const extra = groups.length > 0 ? groups.map(({ value }) => value) : [KUBEADM_GROUP];
  const isWhole = groups.every(({ templated }) => !templated);
  return [
    {
      kind: 'kubeadm',
      identity: bootstrapTokenIdentity(id, extra, isWhole, { path, range }),
      isMeantBy: ({ bootstrap }) => bootstrap?.id === id,
    },
  ];
}
