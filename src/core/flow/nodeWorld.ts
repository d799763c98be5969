import type { KubeletInView } from '../cluster/cluster';
import { issuerOf, type IssuedCertificate } from './certificates';
import { jitterOf, type Jitter } from './clock/jitter';
import type { Credential } from './kubeApiserver/identity';
import { NodeFiles } from './nodeFiles';
import { kubeletPaths, type KubeletPaths } from './settings';
import type { TimelineCertificate } from './timeline';
import { World } from './world';

/** One machine with a kubelet. */
export interface Machine {
  /** What tells it from the others; undefined when it is the only one. */
  readonly label: string | undefined;
  readonly kubelet: KubeletInView | undefined;
  readonly nodeName: string | undefined;
  readonly nodeAddress: string;
  readonly jitterSeed: number | undefined;
}

/** The world as one machine sees it: with its own kubelet, files and certificates. What happens there carries its label. */
export class NodeWorld extends World {
  readonly files: NodeFiles;
  readonly kubelet: KubeletInView | undefined;
  readonly paths: KubeletPaths;
  readonly nodeAddress: string;
  readonly machine: string | undefined;
  readonly #certificates = new Map<IssuedCertificate, TimelineCertificate>();
  readonly #jitter: Jitter | undefined;
  readonly #drawn = { client: 0, serving: 0 };

  constructor(shared: World, { label, kubelet, nodeName, nodeAddress, jitterSeed }: Machine) {
    const { cluster, run, queue, recorder, clock, reader, newKey } = shared;
    super({ cluster, run, queue, recorder: recorder.on(label), clock, reader, newKey });
    this.machine = label;
    this.files = new NodeFiles(this.recorder);
    this.kubelet = kubelet;
    this.nodeAddress = nodeAddress;
    this.#jitter = jitterSeed === undefined ? undefined : jitterOf(jitterSeed);
    this.paths = kubeletPaths(reader, kubelet, nodeName, this.behaviour);
  }

  /** Whether the kubelet is started with a bootstrap kubeconfig. */
  get hasBootstrapKubeconfig(): boolean {
    return this.paths.bootstrapKubeconfig.value !== '';
  }

  get nodeName(): string {
    return this.paths.nodeName;
  }

  /** What a kubelet shows that has no certificate yet. */
  get bootstrapToken(): Credential {
    return { type: 'bootstrap-token', kubeconfig: this.paths.bootstrapKubeconfig.value };
  }

  /** Returns the path of a file in the kubelet's certificate directory. */
  inCertificateDirectory(name: string): string {
    return `${this.paths.certificateDirectory.value.replace(/\/$/, '')}/${name}`;
  }

  /** Returns where in its life a certificate is to be renewed; a run can give the draws one by one. */
  drawRotation(purpose: IssuedCertificate['purpose']): number {
    const { rotationFraction, rotationFractions } = this.run;
    if (purpose === 'self-signed') return rotationFraction;
    this.#drawn[purpose] += 1;
    const draw = this.#drawn[purpose];
    return rotationFractions?.[purpose]?.[draw - 1] ?? this.#jitter?.(purpose, draw) ?? rotationFraction;
  }

  /** All certificates the node has held, in order. */
  get certificates(): readonly TimelineCertificate[] {
    return [...this.#certificates.values()];
  }

  /** Writes down a certificate that the node holds in a file from now on; it takes the place of one in the same file. */
  addCertificate(certificate: IssuedCertificate, file: string): void {
    const { purpose, commonName, organizations, dnsNames, ipAddresses, usages, key, notBefore, notAfter } = certificate;
    const sans = [...dnsNames, ...ipAddresses];
    for (const [other, written] of this.#certificates) if (written.file === file) this.#certificates.delete(other);
    const subject = commonName;
    const rotationAt = undefined;
    this.#certificates.set(certificate, {
      purpose,
      file,
      subject,
      organizations,
      sans,
      usages,
      issuer: issuerOf(certificate, this.run.caName),
      key,
      notBefore,
      notAfter,
      rotationAt,
    });
  }

  /** Writes down when the kubelet will ask for the next one. */
  setRotation(certificate: IssuedCertificate, rotationAt: number): void {
    const written = this.#certificates.get(certificate);
    if (written !== undefined) this.#certificates.set(certificate, { ...written, rotationAt });
  }
}
