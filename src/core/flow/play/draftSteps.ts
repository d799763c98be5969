import { handshakeFailure } from '../kubelet/servingTexts';
import type { PlayEvidence } from '../play';
import type { Timeline, TimelineCsr, TimelineEvent } from '../timeline';
import { flowMessage, signatureOf, type DraftStep, type Holding, type Renewal, type Told } from './draftStep';
import { Attempts } from './attempts';
import { tellRemoved, tellStopped, tellUpgrade } from './tellOperations';
import { tellEnd, tellFile, tellKubelet, tellRefusedSettings } from './tellNode';
import { requestGone, requestKey } from './sets';
import { isRenewal, isSigning, purposeOf, tellAccess, tellRequest } from './tellRequest';
import { tellingOf, type Telling } from './telling';

/** Returns the steps of a story, one for each event that decides something, nothing folded yet. */
export function draftSteps(timeline: Timeline): readonly DraftStep[] {
  const telling = tellingOf(timeline);
  const deleted = new DeletedRequests(telling);
  const attempts = new Attempts(telling);
  let hasWaited = false;
  const lastEvent = timeline.events.at(-1)?.t ?? 0;
  const decided = new Set(timeline.events.filter(isDecision).map(({ details }) => details.name));
  const unsigned = unsignedRequests(timeline);
  return timeline.events.flatMap((event) => {
    const renewal = attempts.of(event);
    const told = tell(event, telling);
    const gone = deleted.before(event, told !== undefined);
    if (told === undefined) return [];
    const drafts = [draft(event, { ...told, sets: [...gone, ...(told.sets ?? [])] }, renewal, telling)];
    const request = event.kind === 'csr-create' ? telling.request(event.details.name) : undefined;
    if (request !== undefined && !decided.has(request.name) && (event.t < lastEvent - 1 || hasWaited)) {
      hasWaited = true;
      const message = heardMeanwhile(request, telling);
      const evidence = request.unattended;
      drafts.push(draft({ ...event, message, evidence }, nobodyApproves(request), renewal, telling));
    }
    const approved = event.kind === 'csr-approve' ? telling.request(event.details.name) : undefined;
    if (approved !== undefined && unsigned.has(approved.name) && event.t < lastEvent - 1)
      drafts.push(
        draft({ ...event, message: '', evidence: approved.unattended }, nobodySigns(approved, event), renewal, telling),
      );
    return drafts;
  });
}

function tell(event: TimelineEvent, telling: Telling): Told | undefined {
  return (event.kind === 'log' ? tellRefusedSettings(event) : undefined) ?? tellOf(event, telling);
}

function tellOf(event: TimelineEvent, telling: Telling): Told | undefined {
  switch (event.actor) {
    case 'kube-apiserver':
      return event.kind === 'api-request' ? tellAccess(event) : tellUpgrade(event);
    case 'kube-controller-manager':
      if (event.kind === 'start') return tellUpgrade(event);
      return event.kind === 'node-notready' ? tellEnd(event, telling) : tellRequest(event, telling);
    case 'filesystem':
      return event.kind === 'file-write' ? tellFile(event, telling) : tellRemoved(event);
    case 'time':
      return tellEnd(event, telling);
    case 'admin':
    case 'approver':
      return event.kind === 'stop' ? tellStopped(event) : tellRequest(event, telling);
    case 'kubelet':
      return event.kind === 'csr-create' ? tellRequest(event, telling) : tellKubelet(event, telling);
  }
}

/** Requests are cleaned up without a step of their own: they are gone at the next one. */
class DeletedRequests {
  readonly #newest = new Map<string, string>();
  #gone: Holding[] = [];

  constructor(private readonly telling: Telling) {}

  /** Returns what has gone since the last event with a step. */
  before({ kind, details }: TimelineEvent, hasStep: boolean): readonly Holding[] {
    const request = this.telling.request(details.name);
    if (request && kind === 'csr-create') this.#newest.set(requestKey(request), request.name);
    if (request && kind === 'csr-delete' && this.#newest.get(requestKey(request)) === request.name)
      this.#gone.push(requestGone(request));
    if (!hasStep) return [];
    const gone = this.#gone;
    this.#gone = [];
    return gone;
  }
}

function isDecision({ kind, actor, step }: TimelineEvent): boolean {
  if (kind === 'csr-approve' || kind === 'csr-deny') return true;
  return kind === 'log' && actor === 'kube-controller-manager' && step !== undefined;
}

/** A request that no controller and no person ever decided: the log is silent, the story must not be. */
function nobodyApproves(request: TimelineCsr): Told {
  const isServing = request.usages.includes('server auth');
  return {
    step: isServing ? 'serving-approve' : 'approve',
    from: 'kube-controller-manager',
    to: 'kube-apiserver',
    text: isServing ? 'nobody-approves-serving' : 'nobody-approves',
    params: { name: request.name },
    result: 'waits',
  };
}

/** What is heard of port 10250 while its first certificate does not come. */
function heardMeanwhile(request: TimelineCsr, telling: Telling): string {
  const isFirst = purposeOf(request) === 'serving CSR' && !isRenewal(request, telling);
  return isFirst ? handshakeFailure(telling.timeline.release) : '';
}

/** Returns the names of the requests that were approved and that no controller ever spoke of again. */
function unsignedRequests({ csrs, events }: Timeline): ReadonlySet<string> {
  const refused = new Set(events.filter(isRefusedSigning).map(({ details }) => details.name));
  const silent = csrs.filter(
    ({ name, condition, issued }) => condition === 'Approved' && !issued && !refused.has(name),
  );
  return new Set(silent.map(({ name }) => name));
}

function isRefusedSigning({ kind, actor, step }: TimelineEvent): boolean {
  return kind === 'log' && actor === 'kube-controller-manager' && isSigning(step);
}

/** A controller that does not run says nothing; the story must. */
function nobodySigns({ name, usages }: TimelineCsr, { step }: TimelineEvent): Told {
  const clientStep = step === 'renewal-approve' ? 'renewal-sign' : 'sign';
  return {
    step: usages.includes('server auth') ? 'serving-certificate' : clientStep,
    from: 'kube-controller-manager',
    to: 'kube-apiserver',
    text: 'nobody-signs',
    params: { name },
    result: 'waits',
  };
}

function draft(event: TimelineEvent, told: Told, renewal: Renewal | undefined, telling: Telling): DraftStep {
  const result = told.result ?? 'ok';
  const params = told.params ?? {};
  const machine = telling.machine(event.machine);
  const isOfKubelet = told.from === 'kubelet' || told.to === 'kubelet';
  return {
    step: told.step,
    t: event.t,
    from: told.from,
    to: told.to,
    ...(isOfKubelet && machine !== undefined && { machine }),
    label: flowMessage(`step.${told.text}.label`, params),
    sentence: flowMessage(`step.${told.text}`, params),
    output: event.kind === 'start' ? '' : event.message,
    result,
    evidence: event.evidence.map(playEvidence),
    assumed: event.assumed,
    ...(event.likely && { likely: event.likely }),
    sets: (told.sets ?? []).map((one) => onMachine(one, machine)),
    renewal,
    signature: signatureOf(`${told.text} ${told.part ?? ''} ${result}`, machine),
  };
}

/** A kubelet's hands and the files of its machine are its own. */
function onMachine(holding: Holding, machine: number | undefined): Holding {
  const isOwn = holding.actor === 'kubelet' || holding.actor === 'files';
  return isOwn && machine !== undefined ? { ...holding, machine } : holding;
}

function playEvidence({ setting, value, origin }: PlayEvidence): PlayEvidence {
  return { setting, value, origin };
}
