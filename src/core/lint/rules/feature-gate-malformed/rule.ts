import { gatesInFile, type WrittenGate } from '../../../cluster/writtenGate';
import type { TextEdit } from '../../../text/edit';
import type { Draft, FileRule, RuleContext } from '../../rule';
import { startOf } from '../../startOf';
import { recordedError } from './recordedError';

export const rule: FileRule = {
  id: 'feature-gate-malformed',
  group: 'A',
  severity: 'error',
  scope: 'file',
  lifeCycle: false,
  step: 'kubelet-start',
  messages: {
    flag: '{component} {release} does not start: this entry of --feature-gates is not written as NAME=true or NAME=false.',
    flagRecorded:
      '{component} {release} does not start ("{error}"): an entry of --feature-gates is written as NAME=true or NAME=false.',
    field: 'kubelet {release} does not start: the value of a feature gate is true or false, without quotes.',
    correct: 'Write {correction}',
  },
  check: (file, context) => gatesInFile(file).flatMap((gate) => checkGate(gate, context)),
};

function checkGate(gate: WrittenGate, context: RuleContext): readonly Draft[] {
  if (gate.templated || gate.value !== undefined || isEmpty(gate)) return [];
  const correction = gate.place.type === 'flag' ? correctedEntry(gate.text) : correctedValue(gate.text);
  const error = recordedError(gate, context.cluster.target.release);
  const params = {
    component: gate.component,
    release: context.cluster.target.release,
    correction: correction ?? '',
    error: error ?? '',
  };
  const edits = correction !== undefined && isTaken(gate, correction, context) ? write(gate, correction) : undefined;
  return [
    {
      path: gate.path,
      range: gate.range,
      message: gate.place.type !== 'flag' ? 'field' : error === undefined ? 'flag' : 'flagRecorded',
      params,
      fixes: edits ? [{ title: 'correct', params, safe: true, edits }] : [],
      step: startOf[gate.component],
    },
  ];
}

/** Nothing for nothing: an empty value is no boolean and no mistake. */
function isEmpty({ place, text }: WrittenGate): boolean {
  return place.type === 'configuration' && text === '';
}

const words: Readonly<Record<string, string>> = {
  true: 'true',
  yes: 'true',
  on: 'true',
  false: 'false',
  no: 'false',
  off: 'false',
};

/** `Name:true`, `Name=yes`, and quotes that a shell or systemd did not take away; nothing where the meaning is open. */
function correctedEntry(text: string): string | undefined {
  const match = /^['"]?([A-Za-z]\w*)\s*[:=]\s*['"]?(\w+)['"]?$/.exec(text);
  const value = correctedValue(match?.[2] ?? '');
  return match && value !== undefined ? `${match[1] ?? ''}=${value}` : undefined;
}

function correctedValue(text: string): string | undefined {
  const word = text.toLowerCase();
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

/** Whether the component starts with the corrected entry: nothing is won by spelling out a gate that stops it as well. */
function isTaken({ name, place }: WrittenGate, correction: string, { kubernetes, cluster }: RuleContext): boolean {
  const [first, second] = correction.split('=');
  const life = kubernetes.gate(place.type === 'flag' ? (first ?? '') : name, cluster.target.release);
  const isKnown = !['removed', 'not-yet', 'unknown'].includes(life.state);
  return isKnown && (!life.locked || String(life.default) === (place.type === 'flag' ? second : correction));
}

function write(gate: WrittenGate, correction: string): readonly TextEdit[] | undefined {
  const { place, path } = gate;
  if (place.type === 'configuration') return [{ path, range: gate.valueRange, newText: correction }];
  return place.entries && [{ path, range: gate.range, newText: correction }];
}
