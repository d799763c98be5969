import type { ComponentInView, KubeletInView } from '../cluster/cluster';
import type { Setting, SourceOrigin } from '../cluster/setting';
import type { Behaviour } from './behaviour';
import type { Recorder } from './recorder';
import type { Evidence } from './timeline';
import { flowMessage } from './play/draftStep';

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
    /** Values in place of what the files say, by name. */
    private readonly changes: Readonly<Record<string, string>> = {},
  ) {}

  /** Returns the value that a what-if gives a setting; undefined when it gives none. */
  changed(name: string): Effective<string> | undefined {
    if (!Object.hasOwn(this.changes, name)) return undefined;
    const value = this.changes[name] ?? '';
    return { value, evidence: { setting: `what if ${name}`, value, origin: undefined } };
  }

  /** Returns the value that a what-if gives a switch under one of its names; undefined when it gives none. */
  changedSwitch(...names: readonly string[]): Effective<boolean> | undefined {
    const changed = names.map((name) => this.changed(name)).find((one) => one !== undefined);
    return changed && { ...changed, value: changed.value === 'true' };
  }

  /**
   * Returns the value in force; `otherwise` when it is unknown (and then assumed) or absent without a default. The evidence
   * for an absent setting is the command line that lacks it. `name` is what it is called where it is not written.
   */
  read<T>(name: string, setting: Setting<T> | undefined, otherwise: T, component?: ComponentInView): Effective<T> {
    if (setting?.state === 'set') return { value: setting.value, evidence: evidenceOf(setting) };
    if (setting?.state === 'absent') {
      return {
        value: setting.value ?? otherwise,
        evidence: { setting: name, value: undefined, origin: commandOf(component) },
      };
    }
    if (!this.isComplete) this.recorder.assume(name, String(otherwise), undefined, setting?.reasons);
    return { value: otherwise, evidence: { setting: name, value: String(otherwise), origin: undefined } };
  }

  /** Returns a flag's value; undefined when it is not written. An unknown one is assumed to be `otherwise`. */
  flag(
    component: ComponentInView | undefined,
    name: string,
    otherwise: string | undefined,
  ): Effective<string | undefined> {
    const changed = this.changed(`--${name}`);
    if (changed !== undefined) return changed;
    const setting = component?.flag(name);
    if (setting?.state === 'set') return { value: setting.value, evidence: evidenceOf(setting) };
    const evidence: Evidence = { setting: `--${name}`, value: undefined, origin: commandOf(component) };
    if (setting?.state === 'absent') return { value: setting.value, evidence };
    if (this.isComplete) return { value: undefined, evidence };
    const sentence = otherwise === undefined ? flowMessage('assumption.notSet', { setting: `--${name}` }) : undefined;
    this.recorder.assume(`--${name}`, otherwise ?? 'not set', sentence, setting?.reasons);
    return { value: otherwise, evidence: { ...evidence, value: otherwise, origin: undefined } };
  }

  /** Returns whether a feature gate is on; an unknown one is assumed to have `otherwise`. */
  gate(component: ComponentInView | undefined, name: string, otherwise: boolean): Effective<boolean> {
    return this.changedSwitch(name) ?? this.read(name, component?.gate(name), otherwise, component);
  }
}

function evidenceOf<T>({ written, value, origin }: Setting<T> & { readonly state: 'set' }): Evidence {
  return { setting: written, value: String(value), origin };
}

function commandOf(component: ComponentInView | undefined): SourceOrigin | undefined {
  const line = component?.commandLines.at(-1);
  return line && { path: line.path, range: line.value.headRange };
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
  { bootstrapFlag, certificateDirectory }: Pick<Behaviour, 'bootstrapFlag' | 'certificateDirectory'>,
): KubeletPaths {
  const path = (name: string, setting: Setting<string> | undefined, usual: string): Effective<string> =>
    reader.read(name, setting, setting?.state === 'absent' ? '' : usual, kubelet);
  return {
    bootstrapKubeconfig: path(bootstrapFlag, kubelet?.bootstrapKubeconfig, '/etc/kubernetes/bootstrap-kubelet.conf'),
    kubeconfig: path('--kubeconfig', kubelet?.kubeconfig, '/etc/kubernetes/kubelet.conf'),
    certificateDirectory: reader.read('--cert-dir', kubelet?.certificateDirectory, certificateDirectory, kubelet),
    nodeName: nodeName ?? writtenNodeName(kubelet) ?? 'node-1',
  };
}

/** The name is the host's when no flag overrides it: an example name is no assumption about behaviour. */
function writtenNodeName(kubelet: KubeletInView | undefined): string | undefined {
  return kubelet?.nodeName.state === 'set' && kubelet.nodeName.value !== '' ? kubelet.nodeName.value : undefined;
}
