import { parseGoDuration } from '../kubernetes/goDuration';
import type { Cluster, ComponentInView } from './cluster';
import type { Setting, SourceOrigin } from './setting';

/** One year: how long certificates live when no flag says otherwise (behaviour `sign.default`). */
export const DEFAULT_SIGNING_DURATION = '8760h';

const names = ['cluster-signing-duration', 'experimental-cluster-signing-duration'];

/** How long the certificates of a cluster live, as far as the files say. */
export type CertificateLife =
  /** Written for kube-controller-manager, or not written there although all that it is given is in view. */
  | { readonly state: 'known'; readonly duration: string }
  /** No kube-controller-manager is in view: what holds unless it is given something else. */
  | { readonly state: 'default'; readonly duration: string }
  /** Written where it cannot be seen, or written differently in several places. */
  | { readonly state: 'unknown' };

/** Returns how long the certificates of this cluster live, in the words of kube-controller-manager's flag. */
export function certificateLife({ controllerManager }: Cluster): CertificateLife {
  if (!controllerManager) return { state: 'default', duration: DEFAULT_SIGNING_DURATION };
  const unknown = names.map((name) => controllerManager.flag(name)).filter(({ state }) => state === 'unknown');
  const written = unknown.some(isContradiction) ? undefined : writtenDuration(controllerManager);
  if (written?.state === 'set') return { state: 'known', duration: written.value };
  return unknown.length > 0 ? { state: 'unknown' } : { state: 'known', duration: DEFAULT_SIGNING_DURATION };
}

function isContradiction(setting: Setting<string>): boolean {
  return setting.state === 'unknown' && setting.reasons.some(({ type }) => type === 'contradiction');
}

function writtenDuration(manager: ComponentInView): Setting<string> | undefined {
  return names.map((name) => manager.flag(name)).find((setting) => setting.state === 'set' && setting.value !== '');
}

/** A signing duration that Go can read. */
export interface WrittenDuration {
  readonly seconds: number;
  readonly text: string;
  readonly origin: SourceOrigin;
}

/** Returns the signing durations that are written and can be read, one for each kube-controller-manager. */
export function signingDurations({ controllerManagers }: Cluster): readonly WrittenDuration[] {
  return controllerManagers.flatMap((manager) => {
    const setting = writtenDuration(manager);
    const seconds = setting?.state === 'set' ? parseGoDuration(setting.value) : undefined;
    return setting?.state === 'set' && seconds !== undefined
      ? [{ seconds, text: setting.value, origin: setting.origin }]
      : [];
  });
}
