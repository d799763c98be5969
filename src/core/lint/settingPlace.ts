import type { ComponentInView, InFile, KubeletInView } from '../cluster/cluster';
import { fieldOf } from '../cluster/kubeletInView';
import type { Setting } from '../cluster/setting';
import type { ComponentName } from '../documents/component';
import type { KubeletConfigurationDocument } from '../documents/document';
import { scalarText } from '../documents/yaml/layout';
import { takesSeparateValue } from '../kubernetes/flagLife';
import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';
import { commandLineOf, commandLineToExtend } from './commandLineToExtend';
import { isRead } from '../cluster/configurationFields';
import type { RuleContext } from './rule';

/** Where a setting of a component stands, or would be put. */
export interface SettingPlace {
  readonly path: string;
  /** The setting itself, or the head of what it would be put into. */
  readonly range: Range;
  readonly kind: 'flag' | 'field';
  /** Returns the setting with a value as people write it there: `--read-only-port=0`, `readOnlyPort: 0`. */
  write(value: string): string;
  /** Returns the edits that give it the value; undefined when the place cannot be edited safely. */
  set(value: string): readonly TextEdit[] | undefined;
}

/** Returns the setting of a flag as it is in force: of a kubelet with the configuration field that the flag sets. */
export function settingOf(component: ComponentInView, flag: string): Setting<string> {
  return isKubelet(component) ? component.effective(flag) : component.flag(flag);
}

/**
 * Returns where a component's setting stands: the flag as written, else the configuration file that this release reads
 * it from, else the command line. Undefined when the release has no such flag, or there is no place for it in view.
 */
export function settingPlace(component: ComponentInView, flag: string, context: RuleContext): SettingPlace | undefined {
  return (
    writtenFlag(component, flag) ?? configurationField(component, flag, context) ?? newFlag(component, flag, context)
  );
}

/** Returns whether the target release has the flag. */
export function isAccepted(component: ComponentName, flag: string, { kubernetes, cluster }: RuleContext): boolean {
  const { state } = kubernetes.flag(component, flag, cluster.target.release);
  return state === 'accepted' || state === 'deprecated';
}

/** Returns whether a component is a kubelet. */
export function isKubelet(component: ComponentInView): component is KubeletInView {
  return component.component === 'kubelet';
}

function writtenFlag(component: ComponentInView, flag: string): SettingPlace | undefined {
  const last = component.flags(flag).at(-1);
  const line = last && commandLineOf(component, last.value);
  return (
    line && {
      path: last.path,
      range: last.value.range,
      kind: 'flag',
      write: (value) => `--${flag}=${value}`,
      set: (value) => line.value.editor.setValue(last.value, value),
    }
  );
}

function configurationField(
  component: ComponentInView,
  flag: string,
  { kubernetes, cluster }: RuleContext,
): SettingPlace | undefined {
  const { target } = cluster;
  const configuration = isKubelet(component) ? configurationWith(component, flag) : undefined;
  const field = fieldOf(flag, { kubernetes, release: target.release })?.split('.');
  if (!configuration || !field) return undefined;
  const { path, value: document } = configuration;
  const life = kubernetes.configFields.field(document.apiVersion, field, target.release);
  if (!life || !isRead(life)) return undefined;
  const written = (value: string): string => (life.type === 'string' ? scalarText(value) : value);
  return {
    path,
    range: document.headRange,
    kind: 'field',
    write: (value) => `${field.join('.')}: ${written(value)}`,
    set: (value) => document.editor.set(field, written(value)),
  };
}

/** The file that sets it, which may be a drop-in of the configuration file, else the configuration file. */
function configurationWith(kubelet: KubeletInView, flag: string): InFile<KubeletConfigurationDocument> | undefined {
  const setting = kubelet.effective(flag);
  if (setting.state !== 'set') return kubelet.configuration;
  const { path } = setting.origin;
  return kubelet.configurations.find((configuration) => configuration.path === path) ?? kubelet.configuration;
}

function newFlag(component: ComponentInView, flag: string, context: RuleContext): SettingPlace | undefined {
  const { component: name } = component;
  const line = commandLineToExtend(component);
  if (!line || !isAccepted(name, flag, context)) return undefined;
  const { type } = context.kubernetes.flag(name, flag, context.cluster.target.release);
  const isSwitch = takesSeparateValue(type) === false;
  const write = (value: string): string => (isSwitch && value === 'true' ? `--${flag}` : `--${flag}=${value}`);
  return {
    path: line.path,
    range: line.value.headRange,
    kind: 'flag',
    write,
    set: (value) => line.value.editor.add(write(value)),
  };
}
