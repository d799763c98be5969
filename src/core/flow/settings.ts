import type { ComponentInView, KubeletInView } from '../cluster/cluster';
import type { Setting } from '../cluster/setting';
import type { Recorder } from './recorder';
import type { Evidence } from './timeline';

/** A value in force with where it comes from. */
export interface Effective<T> {
  readonly value: T;
  readonly evidence: Evidence;
}

/** Reads settings; what the files leave unknown becomes a stated assumption at the moment it is first needed. */
export class SettingsReader {
  constructor(
    private readonly recorder: Recorder,
    private readonly isComplete: boolean,
  ) {}

  /** Returns the value in force; `otherwise` when it is unknown (and then assumed) or absent without a default. */
  read<T>(name: string, setting: Setting<T> | undefined, otherwise: T): Effective<T> {
    if (setting?.state === 'set') {
      return {
        value: setting.value,
        evidence: { setting: name, value: String(setting.value), origin: setting.origin },
      };
    }
    const value = setting?.state === 'absent' ? (setting.value ?? otherwise) : otherwise;
    if (setting?.state !== 'absent' && !this.isComplete) this.recorder.assume(name, String(value));
    return {
      value,
      evidence: { setting: name, value: setting?.state === 'absent' ? undefined : String(value), origin: undefined },
    };
  }

  /** Returns a flag's value; undefined when it is not written. An unknown one is assumed to be `otherwise`. */
  flag(
    component: ComponentInView | undefined,
    name: string,
    otherwise: string | undefined,
  ): Effective<string | undefined> {
    const setting = component?.flag(name);
    if (setting?.state === 'set') {
      return { value: setting.value, evidence: { setting: `--${name}`, value: setting.value, origin: setting.origin } };
    }
    const evidence: Evidence = { setting: `--${name}`, value: undefined, origin: undefined };
    if (setting?.state === 'absent') return { value: setting.value, evidence };
    if (this.isComplete) return { value: undefined, evidence };
    this.recorder.assume(`--${name}`, otherwise ?? 'not set');
    return { value: otherwise, evidence: { ...evidence, value: otherwise } };
  }

  /** Returns whether a feature gate is on; an unknown one is assumed to have `otherwise`. */
  gate(component: ComponentInView | undefined, name: string, otherwise: boolean): Effective<boolean> {
    return this.read(name, component?.gate(name), otherwise);
  }
}

/** Paths and names of one kubelet. A kubelet that is not in view gets the usual ones, as stated assumptions. */
export interface KubeletPaths {
  readonly bootstrapKubeconfig: Effective<string>;
  readonly kubeconfig: Effective<string>;
  readonly certificateDirectory: Effective<string>;
  readonly nodeName: string;
}

/** Reads the kubelet's paths; an empty path means that the flag is not set. */
export function kubeletPaths(
  reader: SettingsReader,
  kubelet: KubeletInView | undefined,
  nodeName: string | undefined,
  defaultDirectory: string,
): KubeletPaths {
  const kubeconfig = reader.read('--kubeconfig', kubelet?.kubeconfig, kubelet ? '' : '/etc/kubernetes/kubelet.conf');
  const bootstrap = kubelet ? '' : '/etc/kubernetes/bootstrap-kubelet.conf';
  return {
    bootstrapKubeconfig: reader.read('--bootstrap-kubeconfig', kubelet?.bootstrapKubeconfig, bootstrap),
    kubeconfig,
    certificateDirectory: reader.read('--cert-dir', kubelet?.certificateDirectory, defaultDirectory),
    nodeName: nodeName ?? writtenNodeName(kubelet) ?? 'node-1',
  };
}

/** The name is the host's when no flag overrides it: an example name is no assumption about behaviour. */
function writtenNodeName(kubelet: KubeletInView | undefined): string | undefined {
  return kubelet?.nodeName.state === 'set' && kubelet.nodeName.value !== '' ? kubelet.nodeName.value : undefined;
}
