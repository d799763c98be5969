import { formatGoDuration } from '../../kubernetes/goDuration';
import { parseRelease } from '../../kubernetes/release';
import type { DeletableFile, Operation, ScenarioRun, Span, Upgrade } from '../scenarioRun';
import { parseDuration } from './duration';
import type { WhatIf, WhatIfEffect, WhatIfKind } from './whatIf';
import { whatIfs } from './whatIfs';

type FaultType = Exclude<WhatIfEffect['type'], 'setting' | 'binding'>;

/**
 * Returns the run with the what-ifs in it, to be given to `simulate` in place of the run. Of two that speak about one setting
 * the later counts; faults add up. Takes what `readWhatIf` returned: what it does not know it leaves out.
 */
export function withWhatIfs(run: ScenarioRun, chosen: readonly WhatIf[]): ScenarioRun {
  return chosen.reduce((changed, { id, value }) => {
    const kind = whatIfs.find((one) => one.id === id);
    return kind === undefined ? changed : withOne(changed, kind, value);
  }, run);
}

function withOne(run: ScenarioRun, { effect, form }: WhatIfKind, value: string): ScenarioRun {
  if (effect.type === 'setting') {
    const written = form === 'duration' ? formatGoDuration(secondsOf(value)) : value;
    return { ...run, settings: { ...run.settings, [effect.name]: written } };
  }
  if (effect.type !== 'binding') return withFault(run, effect.type, value);
  const { resource, role, group } = effect;
  const others = (run.bindings ?? []).filter((one) => one.resource !== resource);
  return { ...run, bindings: [...others, { resource, role, group, isPresent: value === 'present' }] };
}

function withFault(run: ScenarioRun, type: FaultType, value: string): ScenarioRun {
  switch (type) {
    case 'client-approval':
      return { ...run, approveAfter: { ...run.approveAfter, client: delayOf(value) } };
    case 'serving-approver': {
      const approveAfter = { ...run.approveAfter, serving: undefined };
      return { ...run, approveAfter, servingApproverAfter: delayOf(value) };
    }
    case 'token-expiry':
      return { ...run, bootstrapTokenLasts: secondsOf(value) };
    case 'node-address':
      return { ...run, nodesHaveAddress: false };
    case 'node-clock':
      return { ...run, clockAhead: { ...run.clockAhead, node: secondsOf(value) } };
    case 'control-plane-clock':
      return { ...run, clockAhead: { ...run.clockAhead, controlPlane: secondsOf(value) } };
    case 'control-plane-upgrade':
      return { ...run, upgrades: [...(run.upgrades ?? []), ...upgradesOf(value)] };
    case 'api-server-down':
      return { ...run, apiServerDown: [...(run.apiServerDown ?? []), spanOf(value)] };
    default:
      return { ...run, operations: [...(run.operations ?? []), ...operationsOf(type, value)] };
  }
}

function operationsOf(type: FaultType, value: string): readonly Operation[] {
  switch (type) {
    case 'kubelet-restart':
      return [{ t: secondsOf(value), type: 'restart-kubelet' }];
    case 'node-off': {
      const { from, to } = spanOf(value);
      return [
        { t: from, type: 'power-off' },
        { t: to, type: 'power-on' },
      ];
    }
    case 'file-deleted': {
      const [file = '', t = ''] = value.split('@');
      return [{ t: secondsOf(t), type: 'delete-file', file: file as DeletableFile }];
    }
    default:
      return [];
  }
}

function upgradesOf(value: string): readonly Upgrade[] {
  const [name = '', t = ''] = value.split('@');
  const release = parseRelease(name);
  return release === undefined ? [] : [{ t: secondsOf(t), release }];
}

function delayOf(value: string): number | undefined {
  return value === 'never' ? undefined : secondsOf(value);
}

function spanOf(value: string): Span {
  const [from = '', to = ''] = value.split('..');
  return { from: secondsOf(from), to: secondsOf(to) };
}

function secondsOf(value: string): number {
  const seconds = parseDuration(value);
  return typeof seconds === 'number' ? seconds : 0;
}
