import { isAtLeast } from '../../src/core/kubernetes/release';
import { encoded, requestFile } from '../unit/documents/pkcs10/requestFiles';
import type { Break } from './break';
import type { ClusterPlan } from './clusterPlan';

/** Requests for certificates that lie beside a cluster which is in order. */
export const requestBreaks: readonly Break[] = [
  {
    name: 'a request that is no PKCS#10',
    rule: 'csr-request-undecodable',
    readyAllTheSame: 'it is not the request of the kubelet that is played',
    make: (plan) => withRequest(plan, encoded('not a request'), ['digital signature', 'client auth']),
  },
  {
    name: 'a request of a node for code signing',
    rule: 'csr-not-recognised',
    make: (plan) => withRequest(plan, encoded(requestFile('node-client')), ['code signing']),
  },
];

function withRequest(plan: ClusterPlan, request: string, usages: readonly string[]): ClusterPlan {
  const spec = { request, signerName: 'kubernetes.io/kube-apiserver-client-kubelet', usages };
  const apiVersion = `certificates.k8s.io/${isAtLeast(plan.release, '1.19') ? 'v1' : 'v1beta1'}`;
  const object = { apiVersion, kind: 'CertificateSigningRequest', metadata: { name: 'csr-of-node-2' }, spec };
  return { ...plan, documents: [...plan.documents, object] };
}
