import type { ComponentInView } from './cluster';
import type { Setting } from './setting';

const signers = ['kubelet-client', 'kubelet-serving', 'kube-apiserver-client', 'legacy-unknown'] as const;

/** The files that one signer has of its own, 1.19 and later (behaviour `sign.persigner`). */
export interface SignerSetting {
  readonly signer: (typeof signers)[number];
  readonly part: 'cert' | 'key';
  readonly setting: Setting<string>;
}

/** Returns certificate and key of every signer. */
export function signerSettings(manager: ComponentInView): readonly SignerSetting[] {
  return signers.flatMap((signer) =>
    (['cert', 'key'] as const).map((part) => {
      return { signer, part, setting: manager.flag(`cluster-signing-${signer}-${part}-file`) };
    }),
  );
}

/** A flag that names a file. */
export type GivenFile = Setting<string> & { readonly state: 'set' };

/** Returns whether a flag names a file: an empty one names none. */
export function isGivenFile(setting: Setting<string>): setting is GivenFile {
  return setting.state === 'set' && setting.value !== '';
}
