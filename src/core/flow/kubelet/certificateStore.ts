import type { IssuedCertificate } from '../certificates';
import type { FlowStepId } from '../flowStep';
import type { Evidence } from '../timeline';
import type { NodeWorld } from '../nodeWorld';

/** What a new file has to do with the story. */
interface StoreNote {
  readonly step?: FlowStepId;
  readonly evidence?: readonly Evidence[];
}

/**
 * The certificate manager's files: `PREFIX-TIMESTAMP.pem` holds certificate and key, `PREFIX-current.pem` points at it
 * (files.store). Old files stay on disk.
 */
export class CertificateStore {
  #current: IssuedCertificate | undefined;

  constructor(
    private readonly world: NodeWorld,
    private readonly prefix: 'kubelet-client' | 'kubelet-server',
  ) {}

  /** The certificate that `PREFIX-current.pem` points at; undefined when there is none. It may have expired. */
  get current(): IssuedCertificate | undefined {
    return this.#current;
  }

  /** The path of the symlink. */
  get currentPath(): string {
    return this.world.inCertificateDirectory(`${this.prefix}-current.pem`);
  }

  /** Removes the symlink and the pair that it points at. */
  forget(): void {
    const { files } = this.world;
    const target = files.list().find(({ path }) => path === this.currentPath)?.target;
    if (target !== undefined) files.remove(target);
    files.remove(this.currentPath, 'admin');
    this.#current = undefined;
  }

  /** Writes a new pair and points the symlink at it; returns the path of the file. */
  update(certificate: IssuedCertificate, note: StoreNote): string {
    const { world } = this;
    const file = world.inCertificateDirectory(`${this.prefix}-${world.clock.fileStamp(world.nodeTime)}.pem`);
    this.place(certificate, file, note);
    return file;
  }

  /** Writes a pair to this file and points the symlink at it. */
  place(certificate: IssuedCertificate, file: string, note: StoreNote = {}): void {
    const { files } = this.world;
    const isNew = !files.has(file);
    files.write(file, '0600', note);
    if (isNew) files.link(this.currentPath, file, note);
    this.#current = certificate;
  }
}
