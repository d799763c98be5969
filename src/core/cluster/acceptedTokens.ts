import type { TokenFileDocument } from '../documents/tokenFile/tokenFileDocument';
import { isAtLeast, type Release } from '../kubernetes/release';
import type { Cluster, ComponentInView, InFile } from './cluster';
import { PathFinder } from './pathFinder';
import { booleanFlag } from './goBoolean';

/** Whether kube-apiserver looks at a kind of token: `unknown` while a part of its command line is not in view. */
export type Acceptance = 'on' | 'off' | 'unknown';

/** Returns whether kube-apiserver accepts bootstrap tokens `id.secret` (behaviour `token.bootstrap`). */
export function bootstrapTokenAuth(apiServer: ComponentInView, release: Release): Acceptance {
  if (!isAtLeast(release, '1.6')) return 'off';
  const names = [
    ...(isAtLeast(release, '1.8') ? ['enable-bootstrap-token-auth'] : []),
    ...(isAtLeast(release, '1.9') ? [] : ['experimental-bootstrap-token-auth']),
  ];
  const settings = names.map((name) => booleanFlag(apiServer, name));
  if (settings.some((setting) => setting.state !== 'unknown' && setting.value === true)) return 'on';
  return settings.some(({ state }) => state === 'unknown') ? 'unknown' : 'off';
}

/** Returns whether kube-apiserver reads a file of tokens. */
export function tokenFileAuth(apiServer: ComponentInView): Acceptance {
  const setting = apiServer.flag('token-auth-file');
  if (setting.state === 'unknown') return 'unknown';
  return setting.state === 'set' && setting.value !== '' ? 'on' : 'off';
}

/** Returns the token file that kube-apiserver reads; undefined when it is not in view. */
export function tokenFileOf(
  { files }: Pick<Cluster, 'files'>,
  apiServer: ComponentInView,
): InFile<TokenFileDocument> | undefined {
  const setting = apiServer.flag('token-auth-file');
  if (setting.state !== 'set') return undefined;
  const candidates = files.flatMap(({ source, documents }) =>
    documents.flatMap((document) => (document.type === 'token-file' ? [{ path: source.path, value: document }] : [])),
  );
  const query = { written: setting.value, from: setting.origin.path, rivals: [] };
  const match = new PathFinder(candidates).find(query);
  return match.type === 'found' ? match.item : undefined;
}
