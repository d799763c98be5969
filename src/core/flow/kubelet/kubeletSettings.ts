import { isAtLeast } from '../../kubernetes/release';
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
  const setting = (): Effective<boolean> =>
    world.reader.read('rotateCertificates', world.kubelet?.rotateCertificates, false, world.kubelet);
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
    world.reader.read('serverTLSBootstrap', world.kubelet?.serverTLSBootstrap, false, world.kubelet);
  const how =
    world.behaviour.servingBootstrap === 'setting-and-gate' ? 'flag-and-gate' : world.behaviour.servingBootstrap;
  return resolve(how, gate, setting, {
    setting: 'serving certificate bootstrap',
    value: `does not exist in ${world.release}`,
    origin: undefined,
  });
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
