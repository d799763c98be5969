import type { Cluster } from '../../cluster/cluster';
import type { BootstrapTokenDocument } from '../../documents/bootstrapToken/bootstrapTokenDocument';

/** The Secrets of bootstrap tokens in view, as long as nobody has deleted them. */
export class TokenSecrets {
  readonly #secrets: readonly BootstrapTokenDocument[];
  readonly #deleted = new Set<BootstrapTokenDocument>();

  constructor(cluster: Cluster) {
    this.#secrets = cluster.files.flatMap(({ documents }) =>
      documents.flatMap((document) => (document.type === 'bootstrap-token' ? [document] : [])),
    );
  }

  get all(): readonly BootstrapTokenDocument[] {
    return this.#secrets.filter((secret) => !this.#deleted.has(secret));
  }

  /** Returns the Secret of that name; undefined when there is none (any more). */
  find(name: string): BootstrapTokenDocument | undefined {
    return this.all.find((secret) => secret.name?.value === name);
  }

  /** Whether there was one of that name that is gone: then all that could know its token is in view. */
  wasDeleted(name: string): boolean {
    return [...this.#deleted].some((secret) => secret.name?.value === name);
  }

  remove(secret: BootstrapTokenDocument): void {
    this.#deleted.add(secret);
  }
}
