import type { ComponentInView } from '../../../cluster/cluster';
import type { Setting } from '../../../cluster/setting';
import type { CommandLine } from '../../../documents/commandLine';
import type { DraftFix } from '../../rule';

const signers = ['kubelet-client', 'kubelet-serving', 'kube-apiserver-client', 'legacy-unknown'] as const;

/** The files that one signer has of its own, 1.19 and later (behaviour `sign.persigner`). */
export interface SignerSetting {
  readonly signer: (typeof signers)[number];
  readonly setting: Setting<string>;
}

/** Returns certificate and key of every signer. */
export function signerSettings(manager: ComponentInView): readonly SignerSetting[] {
  return signers.flatMap((signer) =>
    ['cert', 'key'].map((part) => ({ signer, setting: manager.flag(`cluster-signing-${signer}-${part}-file`) })),
  );
}

/** Returns a fix that signs with the CA which the same command line names for other ends; its key is named by custom. */
export function addSigningFiles(manager: ComponentInView, line: CommandLine): readonly DraftFix[] {
  if (manager.flags('cluster-signing-cert-file').length > 0 || manager.flags('cluster-signing-key-file').length > 0)
    return [];
  const certificate = authorityOf(manager);
  const key = certificate && keyBeside(certificate);
  if (certificate === undefined || key === undefined) return [];
  const first = line.editor.add(`--cluster-signing-cert-file=${certificate}`);
  const second = line.editor.add(`--cluster-signing-key-file=${key}`);
  if (!first || !second) return [];
  return [{ title: 'add', params: { certificate, key }, safe: false, edits: [...first, ...second] }];
}

function authorityOf(manager: ComponentInView): string | undefined {
  const settings = ['root-ca-file', 'client-ca-file', 'requestheader-client-ca-file'].map((name) => manager.flag(name));
  const written = settings.find((setting) => setting.state === 'set' && setting.value !== '');
  return written?.state === 'set' ? written.value : undefined;
}

/** `ca.crt` has `ca.key`, `ca.pem` has `ca-key.pem`. */
function keyBeside(certificate: string): string | undefined {
  if (certificate.endsWith('.crt')) return certificate.replace(/\.crt$/, '.key');
  return certificate.endsWith('.pem') ? certificate.replace(/\.pem$/, '-key.pem') : undefined;
}
