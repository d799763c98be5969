import { goBoolean } from '../../../cluster/goBoolean';
import {
  currentContextOf,
  type CurrentContext,
  type KubeconfigCluster,
  type KubeconfigUser,
} from '../../../documents/kubeconfig/kubeconfigDocument';
import type { Range } from '../../../text/range';
import { bootstrapPlace } from '../../bootstrapping';
import { bootstrapKubeconfigs, type BootstrapKubeconfig } from '../../bootstrapKubeconfigs';
import type { ClusterRule, Draft } from '../../rule';

export const rule: ClusterRule = {
  id: 'bootstrap-kubeconfig-incomplete',
  group: 'B',
  severity: 'error',
  scope: 'cluster',
  lifeCycle: false,
  step: 'bootstrap-credentials',
  messages: {
    noContext:
      'Without current-context the kubelet takes nothing from this kubeconfig: it has no server to ask for a certificate.',
    context: 'current-context names nothing in this kubeconfig: the kubelet has no server to ask for a certificate.',
    cluster:
      'The current context names no cluster of this kubeconfig: the kubelet has no server to ask for a certificate.',
    user: 'The current context names no user of this kubeconfig: the kubelet sends no token and is answered 403 as system:anonymous, or 401.',
    server: 'This cluster has no server: the kubelet has nobody to ask for a certificate.',
    http: 'Over http no client certificate is ever shown: whatever certificate the kubelet gets, kube-apiserver does not learn which node it is.',
    authority:
      'Without a CA the kubelet trusts only those of its host: a kube-apiserver certificate from the cluster’s own CA is refused (x509: certificate signed by unknown authority).',
    skip: 'The kubelet does not check who answers: anybody in between can take the bootstrap token.',
    token:
      'This user has no token: the kubelet’s request is answered 403 as system:anonymous, or 401 where that is off.',
    bootstrap: 'This kubelet bootstraps with it.',
  },
  check: (cluster) => bootstrapKubeconfigs(cluster).flatMap(checkKubeconfig),
};

function checkKubeconfig({ path, value: document, kubelet }: BootstrapKubeconfig): readonly Draft[] {
  const { currentContext, templated, headRange } = document;
  if (templated || currentContext?.templated) return [];
  const related = kubelet ? bootstrapPlace(kubelet, 'bootstrap') : [];
  const at = (range: Range, message: string): Draft => ({ path, range, message, related });
  if (!currentContext || currentContext.value === '') return [at(currentContext?.range ?? headRange, 'noContext')];
  const current = currentContextOf(document);
  if (!current.context) return [at(currentContext.range, 'context')];
  return [...checkServer(current, at), ...checkUser(current, at)];
}

type At = (range: Range, message: string) => Draft;

function checkServer({ context, cluster }: CurrentContext, at: At): readonly Draft[] {
  if (context?.cluster?.templated) return [];
  if (!cluster) return context ? [at(context.cluster?.range ?? context.range, 'cluster')] : [];
  const { server } = cluster;
  if (!server || server.value === '') return [at(cluster.name?.range ?? cluster.range, 'server')];
  if (server.templated) return [];
  if (/^http:/i.test(server.value)) return [at(server.range, 'http')];
  return checkTrust(cluster, at);
}

function checkTrust(cluster: KubeconfigCluster, at: At): readonly Draft[] {
  const { insecureSkipTlsVerify: skip, certificateAuthority, certificateAuthorityData, server } = cluster;
  if (skip?.templated) return [];
  if (skip && goBoolean(skip.value) === true) return [{ ...at(skip.range, 'skip'), severity: 'warning' }];
  const hasAuthority = certificateAuthority?.value !== undefined || certificateAuthorityData !== undefined;
  return hasAuthority || !server ? [] : [at(server.range, 'authority')];
}

function checkUser({ context, user }: CurrentContext, at: At): readonly Draft[] {
  if (context?.user?.templated) return [];
  if (!user) return context ? [at(context.user?.range ?? context.range, 'user')] : [];
  return hasCredentials(user) ? [] : [at(user.token?.range ?? user.name?.range ?? user.range, 'token')];
}

function hasCredentials({ token, ...others }: KubeconfigUser): boolean {
  if (token && (token.templated || token.value.whole.length > 0)) return true;
  const { tokenFile, clientCertificate, clientCertificateData, username, exec, authProvider } = others;
  return [tokenFile, clientCertificate, clientCertificateData, username, exec, authProvider].some(
    (one) => one !== undefined,
  );
}
