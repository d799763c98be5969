import { csrsInView } from '../../cluster/csrsInView';
import type {
  CertificateSigningRequestDocument,
  CsrCondition,
} from '../../documents/certificateSigningRequest/certificateSigningRequestDocument';
import { certificateValidity } from '../../documents/pkcs10/certificateValidity';
import { readRequest } from '../../documents/pkcs10/readRequest';
import type { IssuedCertificate } from '../certificates';
import type { World } from '../world';
import {
  newRequest,
  type CertificateSigningRequest,
  type Condition,
  type RequestDraft,
} from './certificateSigningRequests';

const SERVING = 'kubernetes.io/kubelet-serving';

const NOBODY = { commonName: '', organizations: [], dnsNames: [], ipAddresses: [] };

/**
 * Returns the requests that the files in view show as stored, as `kubectl get csr -o yaml` prints them: those that say when they
 * were created. They were there before the first start; where the run does not say when that is, their times count at most as that moment.
 */
export function requestsInView(world: World): readonly CertificateSigningRequest[] {
  return csrsInView(world.cluster).flatMap(({ value }) => (value.templated ? [] : storedRequest(value, world)));
}

function storedRequest(
  document: CertificateSigningRequestDocument,
  world: World,
): readonly CertificateSigningRequest[] {
  const { name, username, groups } = document;
  const created = timeIn(document.created?.value, world);
  if (name === undefined || created === undefined) return [];
  const draft = draftOf(document, world);
  const user = { username: username?.value ?? '', groups: groups.map(({ value }) => value) };
  const request = newRequest(draft, { name: name.value, created, user, origin: 'view', machine: undefined });
  request.conditions.push(...document.conditions.flatMap((one) => conditionOf(one, created, world)));
  request.condition = request.conditions.at(-1);
  request.certificate = certificateOf(document, draft, world);
  request.issuedAt = request.certificate && (request.condition?.t ?? created);
  return [request];
}

function draftOf({ request, usages, signerName }: CertificateSigningRequestDocument, { newKey }: World): RequestDraft {
  const read = request && readRequest(request.value);
  const { commonName, organizations, dnsNames, ipAddresses } = read?.state === 'read' ? read.request : NOBODY;
  const asked = usages.map(({ value }) => value);
  const isServing = signerName === undefined ? asked.includes('server auth') : signerName.value === SERVING;
  return {
    purpose: isServing ? 'serving' : 'client',
    usages: asked,
    signerName: signerName?.value,
    key: newKey(),
    ...{ commonName, organizations, dnsNames, ipAddresses },
  };
}

function conditionOf(
  { conditionType, reason, message, lastUpdateTime }: CsrCondition,
  created: number,
  world: World,
): readonly Condition[] {
  const type = conditionType?.value;
  if (type !== 'Approved' && type !== 'Denied' && type !== 'Failed') return [];
  const t = timeIn(lastUpdateTime?.value, world) ?? created;
  return [{ type, t, reason: reason?.value ?? '', message: message?.value ?? '' }];
}

function certificateOf(
  { certificate }: CertificateSigningRequestDocument,
  draft: RequestDraft,
  { run }: World,
): IssuedCertificate | undefined {
  const validity = certificate && certificateValidity(certificate.value);
  if (validity === undefined) return undefined;
  const since = (t: number): number => (t - run.startsAt) / 1000;
  const { commonName, organizations, dnsNames, ipAddresses, usages, purpose, key } = draft;
  const contents = { commonName, organizations, dnsNames, ipAddresses, usages, purpose, key };
  return { isTrusted: true, notBefore: since(validity.notBefore), notAfter: since(validity.notAfter), ...contents };
}

/** Seconds since the first start. Undefined for what is no time. */
function timeIn(written: string | undefined, { run }: World): number | undefined {
  const time = Date.parse(written ?? '');
  if (Number.isNaN(time)) return undefined;
  const t = (time - run.startsAt) / 1000;
  return run.view === 'complete' ? t : Math.min(0, t);
}
