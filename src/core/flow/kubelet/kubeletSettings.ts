import { fieldOf } from '../../cluster/kubeletInView';
import type { Setting } from '../../cluster/setting';
import { isAtLeast } from '../../kubernetes/release';
import { kubernetes } from '../kubernetesFacts';
import type { Effective } from '../settings';
import type { Evidence } from '../timeline';
import type { NodeWorld } from '../nodeWorld';

/** Whether something is on, and the settings that say so. */
export interface Switch {
  readonly on: boolean;
  readonly evidence: readonly Evidence[];
}

/** Returns whether the kubelet renews its client certificate (rot.switch). */
export function clientRotation(world: NodeWorld): Switch {
  const gate = (): Effective<boolean> =>
    world.reader.gate(world.kubelet, 'RotateKubeletClientCertificate', isAtLeast(world.release, '1.8'));
  const setting = (): Effective<boolean> => switchOf(world, 'rotate-certificates', world.kubelet?.rotateCertificates);
  return resolve(world.behaviour.clientRotation, gate, setting, {
    setting: 'client certificate rotation',
    value: `does not exist in ${world.release}`,
    origin: undefined,
  });
}

/** Returns whether the kubelet asks for a serving certificate (serving.gate, serving.config). */
export function servingBootstrap(world: NodeWorld): Switch {
  const gate = (): Effective<boolean> =>
    world.reader.gate(world.kubelet, 'RotateKubeletServerCertificate', isAtLeast(world.release, '1.12'));
  const setting = (): Effective<boolean> =>
    switchOf(world, 'rotate-server-certificates', world.kubelet?.serverTLSBootstrap);
  const how =
    world.behaviour.servingBootstrap === 'setting-and-gate' ? 'flag-and-gate' : world.behaviour.servingBootstrap;
  return resolve(how, gate, setting, {
    setting: 'serving certificate bootstrap',
    value: `does not exist in ${world.release}`,
    origin: undefined,
  });
}

/** A switch that is a field of the configuration, a flag, or in some releases only one of the two. */
function switchOf(
  { reader, kubelet, release }: NodeWorld,
  flagName: string,
  setting: Setting<boolean> | undefined,
): Effective<boolean> {
  const flag = `--${flagName}`;
  const field = fieldOf(flagName, { kubernetes, release });
  const hasFile = !kubelet || kubelet.configurations.length > 0 || kubelet.flag('config').state === 'set';
  const hasFlag = kubernetes.flag('kubelet', flagName, release).state !== 'not-yet';
  const name = field === undefined || (hasFlag && !hasFile) ? flag : field;
  const changed = reader.changedSwitch(flag, ...(field === undefined ? [] : [field]));
  return changed ?? reader.read(name, setting, false, kubelet);
}

function resolve(
  how: 'none' | 'gate' | 'flag-and-gate' | 'flag',
  gate: () => Effective<boolean>,
  setting: () => Effective<boolean>,
  none: Evidence,
): Switch {
  if (how === 'none') return { on: false, evidence: [none] };
  if (how === 'gate') return ofOne(gate());
  const switchedOn = ofOne(setting());
  if (how === 'flag' || !switchedOn.on) return switchedOn;
  const gated = gate();
  return gated.value ? switchedOn : ofOne(gated);
}

function ofOne({ value, evidence }: Effective<boolean>): Switch {
  return { on: value, evidence: [evidence] };
}
