import { EncodedData } from '../encodedData';
import { headRangeOf, type YamlObject } from '../kubernetesYaml/yamlObject';
import { SecretText, tokenText } from '../secretText';
import { fieldAs, fieldOf } from '../yaml/field';
import { entryOf, itemsOf, valueOf, type YamlMapping, type YamlNode } from '../yaml/node';
import { yamlEditor } from '../yaml/yamlEditor';
import type {
  KubeconfigCluster,
  KubeconfigContext,
  KubeconfigDocument,
  KubeconfigExec,
  KubeconfigUser,
} from './kubeconfigDocument';

/** Text that every kubeconfig holds somewhere; looked for before anything is parsed. */
export const kubeconfigMark =
  /\b(?:current-context|contexts)["']?[ \t]*:|\bkind["']?[ \t]*:[ \t]*["']?Config["']?[ \t]*(?:[,}\r\n]|$)/;

/** The lists of a kubeconfig with the key that each of their entries has beside its name. */
const LISTS = { clusters: 'cluster', users: 'user', contexts: 'context' } as const;

/** Returns a kubeconfig: `kind: Config`, or what has the lists of one. Nothing for any other object. */
export function readKubeconfig(object: YamlObject): readonly KubeconfigDocument[] {
  const { source, root, templated } = object;
  if (!isKubeconfig(object)) return [];
  const entries = <T>(list: keyof typeof LISTS, read: (entry: Entry) => T): readonly T[] =>
    itemsOf(valueOf(root, list)).flatMap((item) =>
      item.kind === 'mapping' ? [read(entryIn(object, item, list))] : [],
    );
  return [
    {
      type: 'kubeconfig',
      range: root.range,
      headRange: headRangeOf(object),
      apiVersion: fieldOf(root, 'apiVersion'),
      kind: fieldOf(root, 'kind'),
      clusters: entries('clusters', clusterOf),
      users: entries('users', userOf),
      contexts: entries('contexts', contextOf),
      currentContext: fieldOf(root, 'current-context'),
      templated,
      editor: yamlEditor(source, root, templated),
    },
  ];
}

function isKubeconfig({ root, head }: YamlObject): boolean {
  const { apiVersion, kind } = head;
  if (apiVersion !== 'v1' && apiVersion !== '') return false;
  if (kind === 'Config') return ['current-context', ...Object.keys(LISTS)].some((key) => entryOf(root, key));
  return kind === '' && Object.entries(LISTS).filter(([list, key]) => hasEntries(root, list, key)).length >= 2;
}

function hasEntries(root: YamlMapping, list: string, key: string): boolean {
  return itemsOf(valueOf(root, list)).some((item) => entryOf(item, 'name') && valueOf(item, key)?.kind === 'mapping');
}

/** An entry of one of the lists: what they all have, and the mapping that holds the rest. */
interface Entry extends Pick<KubeconfigCluster, 'name' | 'range' | 'editor'> {
  readonly body: YamlNode | undefined;
}

function entryIn({ source, templated }: YamlObject, item: YamlMapping, list: keyof typeof LISTS): Entry {
  const body = valueOf(item, LISTS[list]);
  const editor = body?.kind === 'mapping' ? yamlEditor(source, body, templated) : undefined;
  return { name: fieldOf(item, 'name'), range: item.range, editor, body };
}

function clusterOf({ body, ...entry }: Entry): KubeconfigCluster {
  return {
    server: fieldOf(body, 'server'),
    certificateAuthority: fieldOf(body, 'certificate-authority'),
    certificateAuthorityData: fieldAs(body, 'certificate-authority-data', encodedData),
    insecureSkipTlsVerify: fieldOf(body, 'insecure-skip-tls-verify'),
    tlsServerName: fieldOf(body, 'tls-server-name'),
    proxyUrl: fieldOf(body, 'proxy-url'),
    ...entry,
  };
}

function userOf({ body, ...entry }: Entry): KubeconfigUser {
  return {
    token: fieldAs(body, 'token', tokenText),
    tokenFile: fieldOf(body, 'tokenFile'),
    clientCertificate: fieldOf(body, 'client-certificate'),
    clientCertificateData: fieldAs(body, 'client-certificate-data', encodedData),
    clientKey: fieldOf(body, 'client-key'),
    clientKeyData: fieldAs(body, 'client-key-data', secretText),
    username: fieldOf(body, 'username'),
    password: fieldAs(body, 'password', secretText),
    exec: execOf(valueOf(body, 'exec')),
    authProvider: fieldOf(valueOf(body, 'auth-provider'), 'name'),
    ...entry,
  };
}

function contextOf({ body, ...entry }: Entry): KubeconfigContext {
  return {
    cluster: fieldOf(body, 'cluster'),
    user: fieldOf(body, 'user'),
    namespace: fieldOf(body, 'namespace'),
    ...entry,
  };
}

function execOf(node: YamlNode | undefined): KubeconfigExec | undefined {
  if (node?.kind !== 'mapping') return undefined;
  return { command: fieldOf(node, 'command'), apiVersion: fieldOf(node, 'apiVersion'), range: node.range };
}

const encodedData = (text: string): EncodedData => new EncodedData(text);

const secretText = (text: string): SecretText => new SecretText(text);
