import { formatGoDuration } from '../../kubernetes/goDuration';
import type { DeletableFile, Operation, ScenarioRun, Span } from '../scenarioRun';
import { parseDuration } from './duration';
import type { WhatIf, WhatIfKind } from './whatIf';
import { whatIfs } from './whatIfs';

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
  switch (effect.type) {
    case 'setting': {
      const written = form === 'duration' ? formatGoDuration(secondsOf(value)) : value;
      return { ...run, settings: { ...run.settings, [effect.name]: written } };
    }
    case 'binding': {
      const { resource, role, group } = effect;
      const others = (run.bindings ?? []).filter((one) => one.resource !== resource);
      return { ...run, bindings: [...others, { resource, role, group, isPresent: value === 'present' }] };
    }
    case 'client-approval':
      return { ...run, approveAfter: { ...run.approveAfter, client: delayOf(value) } };
    case 'serving-approver':
      return {
        ...run,
        approveAfter: { ...run.approveAfter, serving: undefined },
        servingApproverAfter: delayOf(value),
      };
    case 'token-expiry':
      return { ...run, bootstrapTokenLasts: secondsOf(value) };
    case 'api-server-down':
      return { ...run, apiServerDown: [...(run.apiServerDown ?? []), spanOf(value)] };
    default:
      return withOperations(run, operationsOf(effect.type, value));
  }
}

function operationsOf(type: WhatIfKind['effect']['type'], value: string): readonly Operation[] {
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

function withOperations(run: ScenarioRun, operations: readonly Operation[]): ScenarioRun {
  return { ...run, operations: [...(run.operations ?? []), ...operations] };
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
