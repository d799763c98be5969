import type { Cluster, KubeletInView } from '../cluster/cluster';
import type { Release } from '../kubernetes/release';
import { behaviourOf, type Behaviour } from './behaviour';
import { issuerOf, type IssuedCertificate } from './certificates';
import { EventQueue } from './clock/queue';
import { WallClock } from './clock/wallClock';
import { jitterOf, type Jitter } from './clock/jitter';
import { NodeFiles } from './nodeFiles';
import { Recorder } from './recorder';
import type { ResolvedRun } from './scenarioRun';
import { kubeletPaths, SettingsReader, type KubeletPaths } from './settings';
import type { NodeReadiness, TimelineCertificate } from './timeline';

/** What all parts of one simulation share. */
export class World {
  readonly queue = new EventQueue();
  readonly recorder: Recorder;
  readonly clock: WallClock;
  readonly reader: SettingsReader;
  readonly files: NodeFiles;
  readonly release: Release;
  readonly behaviour: Behaviour;
  readonly kubelet: KubeletInView | undefined;
  readonly paths: KubeletPaths;
  readonly #certificates = new Map<IssuedCertificate, TimelineCertificate>();
  readonly readiness: NodeReadiness[] = [{ t: 0, ready: 'none' }];
  readonly #jitter: Jitter | undefined;
  #keys = 0;
  readonly #drawn = { client: 0, serving: 0 };

  constructor(
    readonly cluster: Cluster,
    readonly run: ResolvedRun,
  ) {
    this.recorder = new Recorder(() => this.queue.now, run.maxEvents);
    this.clock = new WallClock(run.startsAt);
    this.reader = new SettingsReader(this.recorder, run.view === 'complete', run.settings);
    this.files = new NodeFiles(this.recorder);
    this.release = cluster.target.release;
    this.behaviour = behaviourOf(this.release);
    this.kubelet = cluster.kubelets[0];
    this.#jitter = run.jitterSeed === undefined ? undefined : jitterOf(run.jitterSeed);
    this.paths = kubeletPaths(this.reader, this.kubelet, run.nodeName, this.behaviour.certificateDirectory);
  }

  get now(): number {
    return this.queue.now;
  }

  /** Whether the kubelet is started with a bootstrap kubeconfig. */
  get hasBootstrapKubeconfig(): boolean {
    return this.paths.bootstrapKubeconfig.value !== '';
  }

  /** What the node's clock shows. */
  get nodeTime(): number {
    return this.now + this.nodeClockAhead;
  }

  /** What the control plane's clock shows. */
  get serverTime(): number {
    return this.now + this.serverClockAhead;
  }

  get nodeClockAhead(): number {
    return this.run.clockAhead?.node ?? 0;
  }

  get serverClockAhead(): number {
    return this.run.clockAhead?.controlPlane ?? 0;
  }

  get nodeName(): string {
    return this.paths.nodeName;
  }

  /** Returns the path of a file in the kubelet's certificate directory. */
  inCertificateDirectory(name: string): string {
    return `${this.paths.certificateDirectory.value.replace(/\/$/, '')}/${name}`;
  }

  /** Returns the number of a new private key. */
  newKey(): number {
    this.#keys += 1;
    return this.#keys;
  }

  /** Returns where in its life a certificate is to be renewed; a run can give the draws one by one. */
  drawRotation(purpose: IssuedCertificate['purpose']): number {
    const { rotationFraction, rotationFractions } = this.run;
    if (purpose === 'self-signed') return rotationFraction;
    this.#drawn[purpose] += 1;
    const draw = this.#drawn[purpose];
    return rotationFractions?.[purpose]?.[draw - 1] ?? this.#jitter?.(purpose, draw) ?? rotationFraction;
  }

  /** Writes down the node's Ready condition from now on. */
  setReady(ready: NodeReadiness['ready']): void {
    if (this.readiness.at(-1)?.ready !== ready) this.readiness.push({ t: this.now, ready });
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
