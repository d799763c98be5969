import { bootstrapKubeconfigOf } from '../../cluster/kubeconfigInView';
import {
  currentContextOf,
  type KubeconfigCluster,
  type KubeconfigContext,
  type KubeconfigDocument,
} from '../../documents/kubeconfig/kubeconfigDocument';
import { isAtLeast } from '../../kubernetes/release';
import type { Range } from '../../text/range';
import type { StartFailure } from '../start/failure';
import type { NodeWorld } from '../nodeWorld';

/** What client-go says when neither context nor cluster names a server. */
const NOTHING = 'no configuration has been provided';

/** What else to try, as 1.20 says (recorded); since when is not known. */
const ADVICE = ', try setting KUBERNETES_MASTER environment variable';

interface Problem {
  readonly why: string;
  readonly setting: string;
  readonly value: string | undefined;
  readonly range: Range;
}

/**
 * Returns why the kubelet can make no client of its bootstrap kubeconfig, in its words; undefined when it can, and when the file is
 * not in view (kubernetes/kubernetes, pkg/kubelet/certificate/bootstrap/bootstrap.go, loadRESTClientConfig; kubernetes/client-go,
 * tools/clientcmd/client_config.go and validation.go, ConfirmUsable).
 */
export function bootstrapKubeconfigFailure({ cluster, kubelet, run, release }: NodeWorld): StartFailure | undefined {
  if (!kubelet || run.settings?.['--bootstrap-kubeconfig'] !== undefined) return undefined;
  const file = bootstrapKubeconfigOf(cluster, kubelet);
  const problem = file && !file.value.templated ? contextProblem(file.value) : undefined;
  if (!file || !problem) return undefined;
  const { why, setting, value, range } = problem;
  const advice = why === NOTHING && isAtLeast(release, '1.20') ? ADVICE : '';
  return {
    message: `unable to load bootstrap kubeconfig: invalid configuration: ${why}${advice}`,
    evidence: { setting, value, origin: { path: file.path, range } },
  };
}

function contextProblem(document: KubeconfigDocument): Problem | undefined {
  const { currentContext, headRange } = document;
  const setting = 'current-context';
  if (currentContext?.templated) return undefined;
  const value = currentContext?.value;
  if (!currentContext || !value) {
    return { why: NOTHING, setting, value: undefined, range: currentContext?.range ?? headRange };
  }
  const { context, cluster } = currentContextOf(document);
  if (context) return clusterProblem(context, cluster);
  const why = `[context was not found for specified context: ${value}, cluster has no server defined]`;
  return { why, setting, value, range: currentContext.range };
}

function clusterProblem(context: KubeconfigContext, cluster: KubeconfigCluster | undefined): Problem | undefined {
  if (context.cluster?.templated) return undefined;
  const { value, range } = context.cluster ?? { value: undefined, range: context.range };
  if (!cluster) return { why: NOTHING, setting: 'cluster', value, range };
  const { server, name } = cluster;
  if (server && (server.templated || server.value !== '')) return undefined;
  const why = isEmpty(cluster) ? NOTHING : `no server found for cluster ${JSON.stringify(name?.value ?? '')}`;
  return { why, setting: 'server', value: undefined, range: name?.range ?? cluster.range };
}

function isEmpty(cluster: KubeconfigCluster): boolean {
  const { certificateAuthority, certificateAuthorityData, insecureSkipTlsVerify, tlsServerName, proxyUrl } = cluster;
  return [certificateAuthority, certificateAuthorityData, insecureSkipTlsVerify, tlsServerName, proxyUrl].every(
    (field) => field === undefined,
  );
}
