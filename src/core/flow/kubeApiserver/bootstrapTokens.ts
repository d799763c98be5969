import type { Cluster } from '../../cluster/cluster';
import { commonEnd } from '../../cluster/paths';
import { valueIn } from '../../cluster/setting';
import { itemsOf, scalarOf, valueOf, type YamlNode } from '../../documents/yaml/node';
import { readSecret, userOfSecret, type BootstrapTokenSecret } from './bootstrapTokenSecret';
import type { UserInfo } from './identity';
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
    const documents = yamlInView(cluster);
    const kubeconfig = documents.find(
      ({ path, kind }) => kind === 'Config' && commonEnd(bootstrapKubeconfig, path) > 0,
    );
    this.#token = kubeconfig && tokenOf(kubeconfig.root);
    this.#secrets = documents.flatMap(({ kind, root }) => readSecret(kind, root) ?? []);
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

/** The token of the user that the current context names, or of the only user there is. */
function tokenOf(root: YamlNode | undefined): string | undefined {
  const contexts = itemsOf(valueOf(root, 'contexts'));
  const users = itemsOf(valueOf(root, 'users'));
  const current = scalarOf(root, 'current-context')?.value;
  const context = contexts.find((item) => scalarOf(item, 'name')?.value === current);
  const name = scalarOf(valueOf(context, 'context'), 'user')?.value;
  const user: YamlNode | undefined = users.find((item) => scalarOf(item, 'name')?.value === name) ?? users[0];
  return scalarOf(valueOf(user, 'user'), 'token')?.value;
}
