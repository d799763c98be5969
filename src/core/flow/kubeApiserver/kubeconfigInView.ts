import type { Cluster } from '../../cluster/cluster';
import { commonEnd } from '../../cluster/paths';
import { itemsOf, scalarOf, valueOf, type YamlNode } from '../../documents/yaml/node';
import { yamlInView } from './yamlInView';

/** What a kubeconfig in view says. The token stays inside the simulation. */
export interface KubeconfigInView {
  readonly server: string | undefined;
  readonly token: string | undefined;
}

/** Returns the kubeconfig that a flag names; undefined when it is not in view. */
export function kubeconfigInView(cluster: Cluster, path: string): KubeconfigInView | undefined {
  const found = yamlInView(cluster).find(
    (document) => document.kind === 'Config' && commonEnd(path, document.path) > 0,
  );
  if (found === undefined) return undefined;
  const context = valueOf(named(found.root, 'contexts', scalarOf(found.root, 'current-context')?.value), 'context');
  const user = valueOf(named(found.root, 'users', scalarOf(context, 'user')?.value), 'user');
  const server = valueOf(named(found.root, 'clusters', scalarOf(context, 'cluster')?.value), 'cluster');
  return { token: scalarOf(user, 'token')?.value, server: scalarOf(server, 'server')?.value };
}

/** The entry of that name, or the first one: a file with a single entry is understood without a current context. */
function named(root: YamlNode | undefined, list: string, name: string | undefined): YamlNode | undefined {
  const items = itemsOf(valueOf(root, list));
  return items.find((item) => scalarOf(item, 'name')?.value === name) ?? items[0];
}
