import type { ComponentInView } from '../../cluster/cluster';
import { isGivenFile, signerSettings, type SignerSetting } from '../../cluster/signerFiles';
import { isAtLeast, type Release } from '../../kubernetes/release';
import type { StartFailure } from './failure';

const EXCLUSIVE =
  'cannot specify --cluster-signing-{cert,key}-file and other --cluster-signing-*-file flags at the same time';

/** 1.20 calls the signer of kubelets by the name of another one. */
const HALF = '"cluster-signing-kube-apiserver-client": cannot specify cert without key';

/**
 * Returns why kube-controller-manager does not start with files for all signers and files for one of them; undefined when it
 * does (sign.persigner; words recorded on 1.20).
 */
export function signingFilesFailure(manager: ComponentInView, release: Release): StartFailure | undefined {
  if (!isAtLeast(release, '1.19')) return undefined;
  const general = ['cert', 'key'].map((part) => manager.flag(`cluster-signing-${part}-file`)).some(isGivenFile);
  const settings = signerSettings(manager);
  const own = settings.map(({ setting }) => setting).find(isGivenFile);
  if (!general || own === undefined) return undefined;
  const { written, value, origin } = own;
  return {
    message: isHalf(settings) ? `[${HALF}, ${EXCLUSIVE}]` : EXCLUSIVE,
    evidence: { setting: written, value, origin },
  };
}

function isHalf(settings: readonly SignerSetting[]): boolean {
  const own = settings.filter(({ signer }) => signer === 'kubelet-client');
  return own.every(({ part, setting }) => isGivenFile(setting) === (part === 'cert'));
}
