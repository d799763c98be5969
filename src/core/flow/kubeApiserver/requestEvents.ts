import { createCsr, type Permission } from '../../cluster/rbacAccess';
import type { NodeWorld } from '../nodeWorld';
import type { AccessDecision, Evidence } from '../timeline';
import type { Decision } from './authorization';
import type { CertificateSigningRequest } from './certificateSigningRequests';
import type { Credential, UserInfo } from './identity';

/** Reports whom kube-apiserver takes a kubelet for; `user` is undefined when it refuses the credential. */
export function reportAuthentication(
  { recorder }: NodeWorld,
  credential: Credential,
  user: UserInfo | undefined,
  evidence: Evidence,
): void {
  if (credential.type === 'none') return;
  recorder.report({
    actor: 'kube-apiserver',
    kind: 'api-request',
    details: {
      phase: 'authenticate',
      credential: credential.type,
      username: user?.username ?? null,
      groups: user?.groups ?? [],
      allowed: user !== undefined,
    },
    evidence: [evidence],
    step: 'authenticate',
  });
  if (user !== undefined || credential.type !== 'bootstrap-token') return;
  recorder.report({
    actor: 'kube-apiserver',
    kind: 'http-error',
    message: 'Unable to authenticate the request due to an error: invalid bearer token',
  });
}

/** Reports whether a kubelet may send a request. */
export function reportAuthorization({ recorder }: NodeWorld, user: UserInfo, decision: Decision): void {
  recorder.report({
    actor: 'kube-apiserver',
    kind: 'api-request',
    details: { phase: 'authorize', username: user.username, allowed: decision.allowed, ...createCsr },
    evidence: decision.evidence,
    decisions: [accessDecision(user, createCsr, decision)],
    step: 'authorize-create',
  });
}

/** Returns what the recordings say about a request. */
export function requestDetails(request: CertificateSigningRequest): Readonly<Record<string, unknown>> {
  return {
    name: request.name,
    signerName: request.signerName ?? null,
    usages: request.usages,
    username: request.user.username,
    groups: request.user.groups,
    subject: { O: request.organizations, CN: request.commonName },
    sans: { dns: request.dnsNames, ip: request.ipAddresses },
  };
}

/** Returns a decision together with what was asked. */
export function accessDecision(
  { username, groups }: UserInfo,
  permission: Permission,
  { grant, others }: Decision,
): AccessDecision {
  return { username, groups, permission, grant, others };
}
