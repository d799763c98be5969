import type { KubeApiserver } from '../kubeApiserver/kubeApiserver';
import type { Credential } from '../kubeApiserver/identity';
import { valueIn } from '../../cluster/setting';
import type { World } from '../world';
import { CertificateManager } from './certificateManager';
import type { KubeletProcess } from './kubeletProcess';
import { servingBootstrap } from './kubeletSettings';
import type { NodeState } from './nodeState';
import { servingDraft } from './requestDraft';

const HOUR = 3600;

const YEAR = 365 * 24 * HOUR;

/** Seconds from registration until the kubelet asks for its serving certificate: its addresses must be known first. */
const UNTIL_REQUEST = 0.6;

/** The certificate of port 10250: given by files, asked for, or made by the kubelet itself. */
export class ServingCertificate {
  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
    private readonly state: NodeState,
  ) {}

  /** At the start: makes the self-signed pair unless files are given or a certificate will be asked for (files.selfsigned). */
  prepare(): void {
    const { world } = this;
    const fixed = world.kubelet === undefined ? undefined : valueIn(world.kubelet.tlsCertFile);
    const path = world.inCertificateDirectory('kubelet.crt');
    if ((fixed !== undefined && fixed !== '') || servingBootstrap(world).on || world.files.has(path)) return;
    world.files.write(world.inCertificateDirectory('kubelet.key'), '0600');
    world.files.write(path, '0644', { step: 'serving-certificate', evidence: servingBootstrap(world).evidence });
    const notBefore = Math.floor(world.now) - HOUR;
    world.addCertificate(
      {
        purpose: 'self-signed',
        commonName: `${world.nodeName}@${String(Math.floor(world.run.startsAt / 1000 + world.now))}`,
        organizations: [],
        dnsNames: [world.nodeName],
        ipAddresses: [],
        usages: ['digital signature', 'key encipherment', 'server auth'],
        notBefore,
        notAfter: notBefore + YEAR,
        key: world.newKey(),
      },
      path,
    );
  }

  /** Once the node is registered: asks for a serving certificate when the settings say so. */
  request(process: KubeletProcess, credential: () => Credential): void {
    const { on, evidence } = servingBootstrap(this.world);
    if (!on) return;
    const { current } = this.state.serverStore;
    const manager = new CertificateManager(this.world, this.apiServer, process, {
      store: this.state.serverStore,
      initial: current !== undefined && current.notAfter >= this.world.now ? current : undefined,
      rotateAtOnce: false,
      template: () => servingDraft(this.world, this.world.newKey()),
      credential,
      evidence,
      firstStep: 'serving-csr',
      onIssued: () => undefined,
    });
    process.after(UNTIL_REQUEST, () => {
      manager.start();
    });
  }
}
