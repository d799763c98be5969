import type { Cluster } from '../../cluster/cluster';
import { commonEnd } from '../../cluster/paths';
import { valueIn } from '../../cluster/setting';
import { readSecret, userOfSecret, type BootstrapTokenSecret } from './bootstrapTokenSecret';
import type { UserInfo } from './identity';
import { kubeconfigInView } from './kubeconfigInView';
import { parseTokenFile } from './tokenFile';
import { yamlInView } from './yamlInView';

/** Whom a token stands for: a user, nobody, or more than the files in view can tell. */
export type TokenAnswer = UserInfo | 'refused' | 'unknown';

const BOOTSTRAP_TOKEN = /^([a-z0-9]{6})\.([a-z0-9]{16})$/;

/** Reads the node's token and everything that gives tokens a meaning from the files in view. Tokens never leave this class. */
export class BootstrapTokens {
  readonly #token: string | undefined;
  readonly #tokenFile: ReadonlyMap<string, UserInfo> | undefined;
  readonly #secrets: readonly BootstrapTokenSecret[];

  constructor(
    private readonly cluster: Cluster,
    bootstrapKubeconfig: string,
    private readonly isComplete: boolean,
  ) {
    this.#token = kubeconfigInView(cluster, bootstrapKubeconfig)?.token;
    this.#secrets = yamlInView(cluster).flatMap(({ kind, root }) => readSecret(kind, root) ?? []);
    this.#tokenFile = tokenFileIn(cluster);
  }

  /** Returns whom the node's token stands for at a time in milliseconds. */
  authenticate(now: number): TokenAnswer {
    const token = this.#token;
    if (token === undefined) return this.isComplete ? 'refused' : 'unknown';
    const written = this.#tokenFile?.get(token);
    if (written !== undefined) return written;
    const [, id, secret] = BOOTSTRAP_TOKEN.exec(token) ?? [];
    if (id === undefined || secret === undefined) return this.#lacks(this.#tokenFile !== undefined);
    if (this.#isBootstrapAuthOff()) return 'refused';
    const known = this.#secrets.find(({ name }) => name === `bootstrap-token-${id}`);
    if (known === undefined) return this.#lacks(false);
    return userOfSecret(known, id, secret, now) ?? 'refused';
  }

  /** A token that no file in view knows is refused when all that could know it is in view. */
  #lacks(allInView: boolean): TokenAnswer {
    return this.isComplete || allInView ? 'refused' : 'unknown';
  }

  #isBootstrapAuthOff(): boolean {
    const { apiServer } = this.cluster;
    if (apiServer === undefined) return false;
    const flags = ['enable-bootstrap-token-auth', 'experimental-bootstrap-token-auth'].map((name) =>
      apiServer.flag(name),
    );
    return flags.every((flag) => flag.state !== 'unknown' && (valueIn(flag) ?? 'false') !== 'true');
  }
}

function tokenFileIn({ apiServer, files }: Cluster): ReadonlyMap<string, UserInfo> | undefined {
  const path = apiServer && valueIn(apiServer.flag('token-auth-file'));
  if (path === undefined || path === '') return undefined;
  const file = files.find(({ source }) => commonEnd(path, source.path) > 0);
  return file && parseTokenFile(file.source.text);
}
