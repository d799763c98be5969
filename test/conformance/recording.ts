import { readdirSync, readFileSync } from 'node:fs';

/** One event as recorded; see recordings/kubernetes-1.20.2/README.md. */
export interface RecordedEvent {
  readonly t: number;
  readonly actor: string;
  readonly kind: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

interface RecordedName {
  readonly O: readonly string[];
  readonly CN: string;
}

export interface RecordedCsr {
  readonly name: string;
  readonly created_s: number;
  readonly signerName: string;
  readonly usages: readonly string[];
  readonly username: string;
  readonly groups: readonly string[];
  readonly subject: RecordedName;
  readonly sans: { readonly dns: readonly string[]; readonly ip: readonly string[] };
  readonly conditions: readonly { readonly type: string; readonly reason: string; readonly message: string }[];
  readonly issued: boolean;
  readonly certificate?: Omit<RecordedCertificate, 'path'>;
}

export interface RecordedCertificate {
  readonly path: string;
  readonly subject: RecordedName;
  readonly sans: { readonly dns: readonly string[]; readonly ip: readonly string[] };
  readonly notBefore_s: number;
  readonly notAfter_s: number;
  readonly issuer: RecordedName;
  readonly keyUsage: readonly string[];
  readonly extKeyUsage: readonly string[];
  /** Null when the certificate does not say. */
  readonly isCA: boolean | null;
  readonly key: string;
}

export interface RecordedSetup {
  readonly kubernetes?: string;
  readonly node?: string;
  readonly rbac?: readonly {
    readonly clusterRoleBinding: string;
    readonly clusterRole: string;
    readonly user?: string;
    readonly group?: string;
  }[];
  readonly bootstrapKubeconfig?: { readonly token: string; readonly server: string; readonly ca: string };
  readonly bootstrapTokenSecret?: {
    readonly namespace: string;
    readonly name: string;
    readonly type: string;
    readonly stringData: Readonly<Record<string, string>>;
  } | null;
  readonly kubeletConfiguration?: Readonly<Record<string, unknown>>;
  readonly kubeletFlags?: readonly string[];
  readonly tokenAuthFile?: readonly string[] | string;
  readonly apiserverFlags?: readonly string[];
  readonly controllerManagerFlags?: readonly string[];
  readonly apiserverCertificate?: string;
  readonly existingKubeconfig?: { readonly style: string; readonly notBefore_s: number; readonly notAfter_s: number };
}

export interface Recording {
  readonly id: string;
  readonly title: string;
  readonly setup: RecordedSetup;
  readonly events: readonly RecordedEvent[];
  readonly csrs: readonly RecordedCsr[];
  readonly certificates: readonly RecordedCertificate[];
  readonly files: readonly { readonly path: string; readonly type: string; readonly target?: string }[];
  readonly outcome: string;
  /** CertificateSigningRequests that were made in advance, in words. */
  readonly objects?: readonly { readonly name: string; readonly state: string }[];
}

const FOLDER = new URL('./recordings/kubernetes-1.20.2/', import.meta.url);

/** Returns all recordings of a scenario, in the order of their numbers; reference dumps and flag tables are none. */
export function recordings(): readonly Recording[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d.*\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Partial<Recording>)
    .filter((recording): recording is Recording => recording.events !== undefined);
}

/** Returns what a recording file holds; throws when there is none of that id. */
export function readRecording(id: string): unknown {
  return JSON.parse(readFileSync(new URL(`${id}.json`, FOLDER), 'utf8'));
}
