import type { ComponentInView } from '../../../cluster/cluster';
import type { CommandLine } from '../../../documents/commandLine';
import type { DraftFix } from '../../rule';

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
