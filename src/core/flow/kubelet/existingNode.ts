import type { ClientCertificate } from '../certificates';
import type { ExistingKubeconfig } from '../scenarioRun';
import type { NodeWorld } from '../nodeWorld';
import type { NodeState } from './nodeState';
import { flowMessage } from '../play/draftStep';

const YEAR = 365 * 86_400;

/** Puts on the node what is there before the first start: a kubeconfig, when the scenario or the flags say so. */
export function prepareNode(world: NodeWorld, state: NodeState): void {
  const { run, paths } = world;
  const { bootstrapKubeconfig, kubeconfig } = paths;
  if (run.existingKubeconfig !== undefined) {
    const { style, notBefore, notAfter } = run.existingKubeconfig;
    place(world, state, style, notBefore, notAfter);
  } else if (run.view !== 'complete' && bootstrapKubeconfig.value === '' && kubeconfig.value !== '') {
    const sentence = flowMessage('assumption.certificate', { file: kubeconfig.value });
    world.recorder.assume(kubeconfig.value, 'holds a client certificate valid for one year', sentence);
    place(world, state, 'files', 0, YEAR);
  }
}

function place(
  world: NodeWorld,
  state: NodeState,
  style: ExistingKubeconfig['style'],
  notBefore: number,
  notAfter: number,
): void {
  const certificate = certificateOf(world, notBefore, notAfter);
  if (style === 'current-pem') {
    const file = world.inCertificateDirectory(`kubelet-client-${world.clock.fileStamp(notBefore)}.pem`);
    world.addCertificate(certificate, file);
    state.clientStore.place(certificate, file);
    world.files.write(world.paths.kubeconfig.value, '0600');
    state.kubeconfig = { type: 'current-pem' };
    return;
  }
  const embedded = style === 'embedded';
  if (!embedded) {
    world.files.write(world.inCertificateDirectory('node.key'), '0600');
    world.files.write(world.inCertificateDirectory('node.crt'), '0644');
  }
  world.files.write(world.paths.kubeconfig.value, '0600');
  world.addCertificate(certificate, embedded ? world.paths.kubeconfig.value : world.inCertificateDirectory('node.crt'));
  state.kubeconfig = { type: 'fixed', embedded, certificate };
}

function certificateOf(world: NodeWorld, notBefore: number, notAfter: number): ClientCertificate {
  return {
    purpose: 'client',
    commonName: `system:node:${world.nodeName}`,
    organizations: ['system:nodes'],
    dnsNames: [],
    ipAddresses: [],
    usages: ['digital signature', 'key encipherment', 'client auth'],
    key: world.newKey(),
    isTrusted: true,
    notBefore,
    notAfter,
  };
}
