import { flowMessage, signatureOf, type DraftStep, type Renewal } from './draftStep';
import { span } from './span';

/** Returns the steps with each kind of renewal told once, and one step for all others that went the same way. */
export function foldRenewals(steps: readonly DraftStep[]): readonly DraftStep[] {
  const renewals = new Map<string, DraftStep[]>();
  for (const step of steps) {
    if (step.renewal === undefined) continue;
    const { machine, run, request } = step.renewal;
    const key = [machine, run, request].join(' ');
    const own = renewals.get(key);
    if (own === undefined) renewals.set(key, [step]);
    else own.push(step);
  }
  const kinds = new Map<string, DraftStep[][]>();
  for (const own of renewals.values()) {
    const kind = [own[0]?.renewal?.machine, own[0]?.renewal?.run, ...own.map(({ signature }) => signature)].join();
    const same = kinds.get(kind);
    if (same === undefined) kinds.set(kind, [own]);
    else same.push(own);
  }
  return [...kinds.values()].reduce(foldKind, steps);
}

/** Leaves out all but the first of the same kind; the last step of the last one becomes the one that counts them. */
function foldKind(steps: readonly DraftStep[], [first, ...others]: readonly DraftStep[][]): readonly DraftStep[] {
  const last = others.at(-1)?.at(-1);
  if (first === undefined || last?.renewal === undefined) return steps;
  const gone = new Set(others.flat());
  const counted = again(last, last.renewal, others);
  return steps.flatMap((step) => {
    if (step === last) return [counted];
    return gone.has(step) ? [] : [step];
  });
}

const VERBS = { ok: 'renewed', waits: 'not-renewed', fails: 'refused' } as const;

function again(last: DraftStep, { purpose, machine }: Renewal, others: readonly (readonly DraftStep[])[]): DraftStep {
  const worst = others[0]?.find(({ result }) => result !== 'ok');
  const result = worst?.result ?? 'ok';
  const count = others.reduce((sum, own) => sum + 1 + (own[0]?.renewal?.skipped ?? 0), 0);
  const text = `${VERBS[result]}-${purpose}${count === 1 ? '-once' : ''}`;
  const params = { count: String(count), when: span(last.t) };
  return {
    ...last,
    step: 'rotate',
    from: 'kubelet',
    to: 'kube-apiserver',
    ...(machine !== undefined && { machine }),
    label: flowMessage(`step.${text}.label`, params),
    sentence: flowMessage(`step.${text}`, params),
    output: worst?.output ?? '',
    evidence: others[0]?.[0]?.evidence ?? [],
    result,
    sets: others.flat().flatMap(({ sets }) => sets),
    signature: signatureOf(text, machine),
    renewal: undefined,
  };
}
