import type { RequestDraft } from '../kubeApiserver/certificateSigningRequests';
import type { NodeWorld } from '../nodeWorld';

/** Returns what a kubelet asks for as its client certificate (boot.subject, boot.usages, boot.signer). */
export function clientDraft(world: NodeWorld, key: number): RequestDraft {
  return {
    purpose: 'client',
    dnsNames: [],
    ipAddresses: [],
    usages: usages(world, 'client auth'),
    signerName: world.behaviour.signerName ? 'kubernetes.io/kube-apiserver-client-kubelet' : undefined,
    ...subject(world, key),
  };
}

/** Returns what a kubelet asks for as its serving certificate: the names and addresses of the node (serving.sans). */
export function servingDraft(world: NodeWorld, key: number): RequestDraft {
  return {
    purpose: 'serving',
    dnsNames: [world.nodeName],
    ipAddresses: world.run.nodesHaveAddress ? [world.nodeAddress] : [],
    usages: usages(world, 'server auth'),
    signerName: world.behaviour.signerName ? 'kubernetes.io/kubelet-serving' : undefined,
    ...subject(world, key),
  };
}

function subject(world: NodeWorld, key: number): Pick<RequestDraft, 'commonName' | 'organizations' | 'key'> {
  return { commonName: `system:node:${world.nodeName}`, organizations: ['system:nodes'], key };
}

function usages(world: NodeWorld, purpose: string): readonly string[] {
  return ['digital signature', ...(world.behaviour.shortUsages ? [] : ['key encipherment']), purpose];
}
