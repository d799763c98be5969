import { bootstrapTokenAuth, tokenFileAuth } from '../../../cluster/acceptedTokens';
import { bootstrapTokenOf } from '../../../cluster/bootstrapIdentity';
import type { Cluster, ComponentInView, InFile, KubeletInView } from '../../../cluster/cluster';
import { bootstrapKubeconfigOf } from '../../../cluster/kubeconfigInView';
import type { TokenText } from '../../../documents/secretText';
import type { Field } from '../../../documents/yaml/field';
import { bootstraps } from '../../bootstrapping';
import { commandLineToExtend } from '../../commandLineToExtend';
import type { ClusterRule, Draft, DraftRelated } from '../../rule';
import { switchOnBootstrapTokens } from './switchOn';
import { isRowOf, mismatch } from './unknownToken';

export const rule: ClusterRule = {
  id: 'bootstrap-auth-disabled',
  group: 'B',
  severity: 'error',
  scope: 'cluster',
  lifeCycle: false,
  step: 'authenticate',
  messages: {
    off: 'kube-apiserver accepts no bootstrap tokens without --{flag}: the kubelet is answered 401 and gets no certificate.',
    noFile:
      'kube-apiserver reads no token file, and this kubelet’s token is of no other kind: it is answered 401 and gets no certificate.',
    neither:
      'kube-apiserver has neither --{flag} nor --token-auth-file: a kubelet that bootstraps with a token is answered 401 and gets no certificate.',
    unknown: 'No row of the token file has this token: the kubelet is answered 401 and gets no certificate.',
    otherSecret:
      'The Secret of this token holds another token-secret: the kubelet is answered 401 and gets no certificate.',
    token: 'The token it bootstraps with.',
    secret: 'The Secret of this token.',
    file: 'The token file.',
    bootstrap: 'This kubelet bootstraps.',
    enable: 'Switch on --{flag}',
  },
  check: (cluster) => {
    const { apiServers } = cluster;
    const [apiServer] = apiServers;
    if (!apiServer || apiServers.length > 1) return [];
    const kubelet = cluster.kubelets.filter(bootstraps);
    return kubelet.flatMap((one) => checkKubelet(one, apiServer, cluster)).slice(0, 1);
  },
};

function checkKubelet(kubelet: KubeletInView, apiServer: ComponentInView, cluster: Cluster): readonly Draft[] {
  const token = bootstrapTokenOf(cluster, kubelet);
  if (token) return checkToken(token, apiServer, cluster);
  if (bootstrapKubeconfigOf(cluster, kubelet)) return [];
  const isOff = bootstrapTokenAuth(apiServer, cluster.target.release) === 'off' && tokenFileAuth(apiServer) === 'off';
  if (!isOff || hasOtherTokens(apiServer)) return [];
  const { bootstrapKubeconfig: setting } = kubelet;
  const related = setting.state === 'set' ? [{ ...setting.origin, message: 'bootstrap' }] : [];
  return atServer(apiServer, cluster, 'neither', related, false);
}

/** Somebody else may know the token. */
function hasOtherTokens(apiServer: ComponentInView): boolean {
  const flags = ['authentication-token-webhook-config-file', 'oidc-issuer-url', 'authentication-config'];
  return flags.some((name) => apiServer.flags(name).length > 0);
}

function checkToken(token: InFile<Field<TokenText>>, apiServer: ComponentInView, cluster: Cluster): readonly Draft[] {
  const { value: text, range } = token.value;
  const file = tokenFileAuth(apiServer);
  const bootstrap = bootstrapTokenAuth(apiServer, cluster.target.release);
  const related = [{ path: token.path, range, message: 'token' }];
  if (hasOtherTokens(apiServer) || isRowOf(cluster, apiServer, text)) return [];
  if (!text.bootstrap && file === 'off') return atServer(apiServer, cluster, 'noFile', related, false);
  if (text.bootstrap && bootstrap === 'off' && file === 'off')
    return atServer(apiServer, cluster, 'off', related, true);
  return mismatch(token, { file, bootstrap }, apiServer, cluster);
}

function atServer(
  apiServer: ComponentInView,
  { target }: Cluster,
  message: string,
  related: readonly DraftRelated[],
  isSure: boolean,
): readonly Draft[] {
  const line = commandLineToExtend(apiServer);
  if (!line) return [];
  const { flag, edits } = switchOnBootstrapTokens(apiServer, target.release);
  const isHelp = edits && message !== 'noFile';
  const fixes = isHelp ? [{ title: 'enable', params: { flag }, safe: isSure, edits }] : [];
  const written = apiServer.flags(flag).at(-1);
  const place = written
    ? { path: written.path, range: written.value.range }
    : { path: line.path, range: line.value.headRange };
  return [{ ...place, message, params: { flag }, related, fixes }];
}
