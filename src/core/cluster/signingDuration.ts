import { parseGoDuration } from '../kubernetes/goDuration';
import type { Cluster, ComponentInView } from './cluster';
import type { Setting, SourceOrigin } from './setting';

/** One year: how long certificates live when no flag says otherwise (behaviour `sign.default`). */
export const DEFAULT_SIGNING_DURATION = '8760h';

const names = ['cluster-signing-duration', 'experimental-cluster-signing-duration'];

/**
 * Returns how long the certificates of this cluster live, as written for kube-controller-manager, or the default when it
 * is not written or not in view.
 */
export function signingDuration({ controllerManager }: Cluster): string {
  const written = controllerManager && writtenDuration(controllerManager);
  return written?.state === 'set' ? written.value : DEFAULT_SIGNING_DURATION;
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
