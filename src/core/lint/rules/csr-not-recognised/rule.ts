import type { Cluster, InFile } from '../../../cluster/cluster';
import { authUsage, mayLeaveOutKeyEncipherment, type Mismatch } from '../../../cluster/csrRecognisers';
import { csrsInView } from '../../../cluster/csrsInView';
import { csrVerdict, type CsrVerdict } from '../../../cluster/csrVerdict';
import type { CertificateSigningRequestDocument } from '../../../documents/certificateSigningRequest/certificateSigningRequestDocument';
import type { Range } from '../../../text/range';
import { bootstrapperIn } from '../../bootstrapper';
import type { ClusterRule, Draft, RuleContext } from '../../rule';
import { hasServingApprover } from '../../servingApprover';

type Csr = CertificateSigningRequestDocument;

export const rule: ClusterRule = {
  id: 'csr-not-recognised',
  group: 'B',
  severity: 'info',
  scope: 'cluster',
  lifeCycle: false,
  step: 'approve',
  messages: {
    signer:
      'Kubernetes {release} approves requests of nodes only with the signer kubernetes.io/kube-apiserver-client-kubelet: this one waits for a person.',
    organization:
      'Kubernetes {release} approves no request by itself whose subject has not exactly one organization, system:nodes: this one waits for a person.',
    'common-name':
      'Kubernetes {release} approves no request by itself whose common name does not begin with system:node: and so this one waits for a person.',
    names:
      'Kubernetes {release} approves no client request of a node by itself that asks for alternative names (SANs): this one waits for a person.',
    'no-names':
      'Kubernetes {release} approves a serving request only with both a DNS name and an IP address: this one waits for a person.',
    usages:
      'Kubernetes {release} approves this request only with exactly these usages: digital signature, key encipherment, {auth}. It waits for a person.',
    shortUsages:
      'Kubernetes {release} approves this request only with exactly these usages: digital signature, {auth} and, if wanted, key encipherment. It waits for a person.',
    requester:
      'Kubernetes {release} approves a serving request only of the node that it names: this one waits for a person.',
    serving:
      'Nothing built into Kubernetes {release} approves serving certificates: this request waits for a person or an approver from outside.',
    permission:
      'csrapproving recognises this request, but nothing in view lets {username} create certificatesigningrequests/{as}: it waits for a person.',
  },
  check: (cluster, context) =>
    csrsInView(cluster).flatMap((csr) => {
      const draft = draftOf(csr, csrVerdict(csr.value, cluster, context.kubernetes), cluster, context);
      return draft ? [{ path: csr.path, ...draft }] : [];
    }),
};

function draftOf(
  { value: csr }: InFile<Csr>,
  verdict: CsrVerdict,
  cluster: Cluster,
  { kubernetes }: RuleContext,
): Omit<Draft, 'path'> | undefined {
  const { release } = cluster.target;
  switch (verdict.type) {
    case 'serving':
      if (isToldOfServing(cluster) || hasServingApprover(cluster, kubernetes)) return undefined;
      return { range: purposePlace(csr), message: 'serving', params: { release }, step: 'serving-approve' };
    case 'not-recognised': {
      const [first] = verdict.mismatches;
      if (first === undefined) return undefined;
      const message = first === 'usages' && mayLeaveOutKeyEncipherment(release) ? 'shortUsages' : first;
      return { range: placeOf(csr, first), message, params: { release, auth: authUsage(verdict.as) } };
    }
    case 'not-permitted': {
      const { username, as } = verdict;
      if (bootstrapperIn(cluster)) return undefined;
      const range = csr.username?.range ?? csr.headRange;
      return { range, message: 'permission', params: { username, as: as[0] ?? '' } };
    }
    default:
      return undefined;
  }
}

/** A kubelet in view asks for serving certificates: serving-approval-none says that nobody approves them. */
function isToldOfServing({ kubelets }: Cluster): boolean {
  return kubelets.some(({ serverTLSBootstrap: asked }) => asked.state === 'set' && asked.value);
}

function placeOf(csr: Csr, mismatch: Mismatch): Range {
  switch (mismatch) {
    case 'signer':
      return purposePlace(csr);
    case 'usages':
      return usagesPlace(csr) ?? csr.headRange;
    case 'requester':
      return csr.username?.range ?? csr.headRange;
    default:
      return csr.request?.keyRange ?? csr.headRange;
  }
}

function purposePlace(csr: Csr): Range {
  return csr.signerName?.range ?? usagesPlace(csr) ?? csr.headRange;
}

function usagesPlace({ usages }: Csr): Range | undefined {
  const [first, last] = [usages[0], usages.at(-1)];
  return first && last && { start: first.range.start, end: last.range.end };
}
