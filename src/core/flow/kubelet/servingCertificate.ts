import type { NodeClient } from './nodeClient';
import type { Credential } from '../kubeApiserver/identity';
import type { KubeletInView } from '../../cluster/cluster';
import { valueIn, type Setting } from '../../cluster/setting';
import type { NodeWorld } from '../nodeWorld';
import type { Effective } from '../settings';
import { CertificateManager } from './certificateManager';
import type { KubeletProcess } from './kubeletProcess';
import { servingBootstrap } from './kubeletSettings';
import type { NodeState } from './nodeState';
import { sharedClient } from './requestClient';
import { servingDraft } from './requestDraft';
import { handshakeFailure } from './servingTexts';

const HOUR = 3600;

const YEAR = 365 * 24 * HOUR;

/** Seconds from the start of the kubelet's main part until it looks for its serving certificate (recorded: 5.5). */
const UNTIL_START = 5.5;

/** The certificate of port 10250: given by files, asked for, or made by the kubelet itself. */
export class ServingCertificate {
  #manager: CertificateManager | undefined;
  #hasAddresses = false;

  constructor(
    private readonly world: NodeWorld,
    private readonly apiServer: NodeClient,
    private readonly state: NodeState,
  ) {}

  /** At the start: makes the self-signed pair unless files are given or a certificate will be asked for (files.selfsigned). */
  prepare(): void {
    const { world } = this;
    const path = world.inCertificateDirectory('kubelet.crt');
    if (fixedCertificate(world.kubelet) !== undefined || servingBootstrap(world).on || world.files.has(path)) return;
    world.files.write(world.inCertificateDirectory('kubelet.key'), '0600');
    world.files.write(path, '0644', { step: 'serving-certificate', evidence: servingBootstrap(world).evidence });
    const notBefore = Math.floor(world.nodeTime) - HOUR;
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
        isTrusted: true,
      },
      path,
    );
  }

  /** With the kubelet's main part: asks for a serving certificate when the settings say so (serving.when). */
  start(process: KubeletProcess, credential: () => Credential): void {
    const { on, evidence } = servingBootstrap(this.world);
    if (!on) return;
    process.after(UNTIL_START, () => {
      this.#reportLoading();
      const { current } = this.state.serverStore;
      this.#manager = new CertificateManager(this.world, this.apiServer, process, {
        purpose: 'serving',
        store: this.state.serverStore,
        initial: current !== undefined && current.notAfter >= this.world.nodeTime ? current : undefined,
        rotateAtOnce: false,
        template: () => servingDraft(this.world, this.world.newKey()),
        hasTemplate: () => this.#hasAddresses || !this.world.behaviour.servingNamesFromStatus,
        client: sharedClient(this.world, credential),
        evidence,
        firstStep: 'serving-csr',
        onIssued: () => undefined,
      });
      this.#manager.start();
    });
  }

  /** The node is registered, so its names and addresses are known (serving.sans). */
  addressesKnown(): void {
    const { run, recorder, release } = this.world;
    const gate = dnsOnly(this.world);
    if (!run.nodesHaveAddress && gate !== undefined && !gate.value) {
      if (servingBootstrap(this.world).on) {
        const message = handshakeFailure(release);
        recorder.report({ actor: 'kubelet', kind: 'log', message, evidence: [gate.evidence], step: 'serving-csr' });
      }
      return;
    }
    this.#hasAddresses = true;
    this.#manager?.templateKnown();
  }

  #reportLoading(): void {
    const { current, currentPath } = this.state.serverStore;
    const { kubelet, recorder } = this.world;
    const fixed = fixedCertificate(kubelet);
    if (current === undefined && fixed === undefined) return;
    const message =
      current !== undefined
        ? `Loading cert/key pair from "${currentPath}".`
        : `Loading cert/key pair from (${JSON.stringify(fixed?.certificate)}, ${JSON.stringify(fixed?.key)}).`;
    recorder.report({ actor: 'kubelet', kind: 'log', message });
  }
}

/** Whether a DNS name is enough for a request, where that is a matter of a gate (serving.needip); undefined where it always is. */
function dnsOnly({ behaviour, reader, kubelet }: NodeWorld): Effective<boolean> | undefined {
  return behaviour.servingNeedsAddress ? reader.gate(kubelet, 'AllowDNSOnlyNodeCSR', false) : undefined;
}

/** The files that the settings give for port 10250; undefined when they give none. */
function fixedCertificate(kubelet: KubeletInView | undefined): { certificate: string; key: string } | undefined {
  const certificate = kubelet && valueIn(kubelet.tlsCertFile);
  if (certificate === undefined || certificate === '') return undefined;
  return { certificate, key: valueIn(kubelet?.effective('tls-private-key-file') ?? ABSENT) ?? '' };
}

const ABSENT: Setting<string> = { state: 'absent', value: undefined };
