import { bootstrapTokenAuth, tokenFileOf } from '../../cluster/acceptedTokens';
import type { Cluster } from '../../cluster/cluster';
import { kubeconfigAt } from '../../cluster/kubeconfigInView';
import {
  bootstrapTokenForm as form,
  type BootstrapTokenDocument,
} from '../../documents/bootstrapToken/bootstrapTokenDocument';
import { currentContextOf, type KubeconfigUser } from '../../documents/kubeconfig/kubeconfigDocument';
import type { TokenText } from '../../documents/secretText';
import type { TokenRow } from '../../documents/tokenFile/tokenFileDocument';
import type { UserInfo } from './identity';
import type { TokenSecrets } from './tokenSecrets';
import { userOfSecret } from './userOfSecret';

/** Whom a token stands for: a user, nobody, or more than the files in view can tell. */
export type TokenAnswer = UserInfo | 'refused' | 'anonymous' | 'unknown';

/** Reads the node's token and everything that gives tokens a meaning from the files in view. */
export class BootstrapTokens {
  readonly #token: TokenText | undefined;
  readonly #isNobody: boolean;
  readonly #rows: readonly TokenRow[] | undefined;

  constructor(
    private readonly cluster: Cluster,
    bootstrapKubeconfig: string,
    private readonly isComplete: boolean,
    private readonly secrets: TokenSecrets,
  ) {
    const kubeconfig = kubeconfigAt(cluster, bootstrapKubeconfig)?.value;
    const user = kubeconfig && currentContextOf(kubeconfig).user;
    this.#token = user?.token?.value;
    this.#isNobody = kubeconfig?.templated === false && user !== undefined && showsNothing(user);
    this.#rows = rowsIn(cluster);
  }

  /** Returns whom the node's token stands for at a time in milliseconds. */
  authenticate(now: number): TokenAnswer {
    const token = this.#token;
    if (this.#isNobody) return 'anonymous';
    if (token === undefined) return this.isComplete ? 'refused' : 'unknown';
    const row = this.#rows?.findLast((one) => one.token?.value.whole.equals(token.whole));
    if (row?.user) return { username: row.user.value, groups: groupsOf(row) };
    const { bootstrap } = token;
    if (bootstrap === undefined) return this.#lacks(this.#rows !== undefined);
    if (this.#isBootstrapAuthOff()) return 'refused';
    const name = form.namePrefix + bootstrap.id;
    const known = this.secrets.find(name);
    if (known === undefined) return this.#lacks(this.secrets.wasDeleted(name));
    return isOpen(known) ? 'unknown' : (userOfSecret(known, bootstrap, now) ?? 'refused');
  }

  /** A token that no file in view knows is refused when all that could know it is in view. */
  #lacks(allInView: boolean): TokenAnswer {
    return this.isComplete || allInView ? 'refused' : 'unknown';
  }

  #isBootstrapAuthOff(): boolean {
    const { apiServer, target } = this.cluster;
    return apiServer !== undefined && bootstrapTokenAuth(apiServer, target.release) === 'off';
  }
}

/** Such a client is nobody to the API server (err.403.anonymous). */
function showsNothing(user: KubeconfigUser): boolean {
  const { token, tokenFile, clientCertificate, clientCertificateData, username, exec, authProvider } = user;
  return [token, tokenFile, clientCertificate, clientCertificateData, username, exec, authProvider].every(
    (credential) => credential === undefined,
  );
}

/** Whether a template decides whom the Secret lets in; one that only decides until when is taken for one that lasts. */
function isOpen(secret: BootstrapTokenDocument): boolean {
  const { namespace, secretType, tokenId, tokenSecret, usageAuthentication, authExtraGroups } = secret;
  return [namespace, secretType, tokenId, tokenSecret, usageAuthentication, authExtraGroups].some(
    (part) => part?.templated === true,
  );
}

/** Undefined when no token file is in view, or kube-apiserver would not start with it. */
function rowsIn(cluster: Cluster): readonly TokenRow[] | undefined {
  const rows = cluster.apiServer && tokenFileOf(cluster, cluster.apiServer)?.value.rows;
  return rows?.some(({ columns, badQuote }) => columns < 3 || badQuote) ? undefined : rows;
}

function groupsOf({ groups }: TokenRow): readonly string[] {
  return groups.map(({ value }) => value).filter((name) => name !== '');
}
