import { encodeBase64 } from '../../src/core/documents/base64';
import { recordings, type RecordedSetup, type Recording } from './recording';

/** When the run of a recording without certificates starts: the day of all recordings, in milliseconds of Unix time. */
export const PREPARED_START = Date.UTC(2026, 10, 23, 18, 30);

const HOUR = 3600;

/** The pass of csrcleaner that the states are told for. */
const PASS = HOUR;

/** Returns the CertificateSigningRequests that a recording describes in words, as kube-apiserver would print them. */
export function preparedRequests({ objects = [] }: Recording): readonly unknown[] {
  return objects.map(({ name, state }) => {
    const t = timeIn(state);
    const type = state.startsWith('pending') ? undefined : (/^(?:Denied|Failed)/.exec(state)?.[0] ?? 'Approved');
    const isIssued = state.includes('certificate');
    const notAfter = state.includes('expired') ? PASS - HOUR / 4 : 100 * HOUR;
    return {
      apiVersion: 'certificates.k8s.io/v1',
      kind: 'CertificateSigningRequest',
      metadata: { name, creationTimestamp: dateOf(type === undefined ? t : Math.min(t, 0)) },
      spec: { signerName: 'kubernetes.io/kube-apiserver-client-kubelet', usages: ['client auth'], username: 'admin' },
      status: {
        ...(type !== undefined && { conditions: [{ type, status: 'True', lastUpdateTime: dateOf(t) }] }),
        ...(isIssued && { certificate: certificateUntil(notAfter) }),
      },
    };
  });
}

/** `2 h ago` is told of the start, `47 min before the pass` of the pass; without a time it is half an hour before the pass. */
function timeIn(state: string): number {
  const [, count, unit, before] = /(\d+) (h|min) (ago|before the pass|before)/.exec(state) ?? [];
  if (count === undefined) return state.includes('already existed when the controller started') ? -60 : PASS - HOUR / 2;
  const seconds = Number(count) * (unit === 'h' ? HOUR : 60);
  return before === 'before the pass' ? PASS - seconds : -seconds;
}

function dateOf(t: number): string {
  return new Date(PREPARED_START + t * 1000).toISOString().replace('.000Z', 'Z');
}

/** As much of a certificate as csrcleaner reads: its validity. */
function certificateUntil(notAfter: number): string {
  const time = (t: number): readonly number[] => der(0x17, ascii(dateOf(t).replace(/^20|[-:T]/g, '')));
  const empty = der(0x30, []);
  const validity = der(0x30, [...time(-HOUR), ...time(notAfter)]);
  const signed = der(0x30, [...der(0xa0, [2, 1, 2]), ...der(2, [1]), ...empty, ...empty, ...validity, ...empty]);
  const pem = `-----BEGIN CERTIFICATE-----\n${encodeBase64(der(0x30, signed))}\n-----END CERTIFICATE-----\n`;
  return encodeBase64(ascii(pem));
}

function der(tag: number, content: readonly number[]): readonly number[] {
  return [tag, content.length, ...content];
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

const SECRET_IN_LOG = /^(Finished syncing|Deleting expired) secret "?kube-system\/(bootstrap-token-\w+)/;

type Secret = NonNullable<RecordedSetup['bootstrapTokenSecret']>;

/**
 * Returns the Secrets that tokencleaner finds: those of the recordings made before with the same control plane, and those that
 * the recording makes itself. Of one that no recording holds the log tells all that counts: whether it has expired.
 */
export function preparedSecrets({ events }: Recording): readonly Secret[] {
  const names = new Set(events.flatMap(({ message }) => SECRET_IN_LOG.exec(message)?.[2] ?? []));
  return [...names].sort().map((name) => {
    const made = events.find(({ kind, details }) => kind === 'secret-create' && details?.name === name);
    const expiresIn = made?.details?.expiresIn_s;
    if (typeof expiresIn === 'number') return secret(name, { expiration: dateOf(expiresIn) });
    const known = recordings().find(({ setup }) => setup.bootstrapTokenSecret?.name === name)?.setup
      .bootstrapTokenSecret;
    const isDeleted = events.some(({ message }) => message.startsWith(`Deleting expired secret kube-system/${name}`));
    return known ?? secret(name, isDeleted ? { expiration: dateOf(-HOUR) } : {});
  });
}

function secret(name: string, keys: Readonly<Record<string, string>>): Secret {
  const stringData = { 'token-id': name.slice(-6), 'token-secret': '0123456789abcdef', ...keys };
  return { namespace: 'kube-system', name, type: 'bootstrap.kubernetes.io/token', stringData };
}
