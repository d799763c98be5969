import { createCsr, type Permission } from '../../cluster/rbacAccess';
import { hidesRbac, isMadeByKubeadm, speaksAboutBootstrapping } from '../../cluster/wholeRbac';
import type { FlowStepId } from '../flowStep';
import type { ControlPlane } from '../start/controlPlane';
import type { World } from '../world';
import type { AccessDecision, AccessGrant, Evidence } from '../timeline';
import { Authentication } from './authentication';
import { RbacAuthorizer, type Decision } from './authorization';
import { reachedObjects } from './reachedObjects';
import { servedObjects } from './servedObjects';
import { USUAL_BINDINGS } from './bootstrapView';
import { BootstrapTokens } from './bootstrapTokens';
import {
  CertificateSigningRequests,
  type CertificateSigningRequest,
  type RequestDraft,
} from './certificateSigningRequests';
import { kubernetes } from '../kubernetesFacts';
import {
  brokenConnection,
  downUntil,
  failedRequest,
  requestsPath,
  requestVersion,
  type BrokenConnection,
} from './connection';
import { forbiddenText, unauthorizedText } from './errorTexts';
import type { Credential, UserInfo } from './identity';
import { generatedName } from './requestNames';
import { flowMessage } from '../play/draftStep';

/** What kube-apiserver answers to the creation of a request. */
export type CreateAnswer =
  { readonly type: 'created'; readonly isNew: boolean; readonly request: CertificateSigningRequest } | RefusedAnswer;

export interface RefusedAnswer {
  readonly type: 'refused';
  /** `unreachable`: no answer at all. */
  readonly status: 401 | 403 | 404 | 'unreachable';
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** Stores requests and decides who may do what. */
export class KubeApiserver {
  readonly requests = new CertificateSigningRequests();
  #authentication: Authentication | undefined;
  #authorizer: RbacAuthorizer | undefined;
  #generated = 0;

  constructor(
    private readonly world: World,
    private readonly controlPlane: ControlPlane,
  ) {
    controlPlane.onUpgrade(() => {
      this.#authentication = undefined;
      this.#authorizer = undefined;
    });
  }

  /** What keeps requests from arriving; undefined when they do. */
  get brokenConnection(): BrokenConnection | undefined {
    return brokenConnection(this.world, this.controlPlane.apiServerFailure === undefined);
  }

  /** Does something with the API server: at once, or as soon as it is up again. */
  whenUp(run: () => void): void {
    const end = downUntil(this.world.run, this.world.now);
    if (end === undefined) run();
    else this.world.queue.at(end, run);
  }

  /** Returns who the credential stands for; undefined when it is refused with 401. */
  authenticate(credential: Credential): UserInfo | undefined {
    this.#authentication ??= this.#makeAuthentication();
    return this.#authentication.authenticate(credential, this.world.serverTime);
  }

  /** Returns whether the user may do it: RBAC, and the Node authorizer for a node's own requests. */
  authorize(user: UserInfo, permission: Permission): Decision {
    const mode = this.#authorizationMode();
    if (mode.allowsAll) return allowedByMode('AlwaysAllow', mode.evidence);
    if (isNode(user) && permission.resource === 'certificatesigningrequests') return allowedByMode('Node');
    return this.#rbac().authorize(user, permission);
  }

  /** Creates a CertificateSigningRequest; `name` undefined means `generateName: csr-`. */
  createRequest(credential: Credential, draft: RequestDraft, name: string | undefined, step: FlowStepId): CreateAnswer {
    const { world, brokenConnection: broken } = this;
    if (broken !== undefined) {
      const text = failedRequest('Post', requestsPath(world.release), broken);
      const evidence = [this.controlPlane.apiServerFailure?.evidence ?? this.#credentialEvidence(credential)];
      return { type: 'refused', status: 'unreachable', text, evidence };
    }
    if (!this.#servesRequests()) return notServed(this.controlPlane);
    const user = this.authenticate(credential);
    this.#reportAuthentication(credential, user);
    if (user === undefined) {
      const evidence = [this.#credentialEvidence(credential)];
      return { type: 'refused', status: 401, text: unauthorizedText(this.controlPlane.release), evidence };
    }
    const decision = this.authorize(user, createCsr);
    this.#reportAuthorization(user, decision);
    if (!decision.allowed) {
      const text = forbiddenText(this.controlPlane.release, { username: user.username, ...createCsr });
      return { type: 'refused', status: 403, text, evidence: decision.evidence };
    }
    const existing = name === undefined ? undefined : this.requests.get(name);
    if (existing !== undefined) return { type: 'created', isNew: false, request: existing };
    return { type: 'created', isNew: true, request: this.#store(user, draft, name, step) };
  }

  /** Whether the API server still has the version in which this kubelet sends its requests. */
  #servesRequests(): boolean {
    const { release } = this.controlPlane;
    if (release === this.world.release) return true;
    const version = requestVersion(this.world.release);
    const { state } = kubernetes.apiVersion(`certificates.k8s.io/${version}`, 'CertificateSigningRequest', release);
    return state === 'served' || state === 'deprecated';
  }

  #store(user: UserInfo, draft: RequestDraft, name: string | undefined, step: FlowStepId): CertificateSigningRequest {
    this.#generated += name === undefined ? 1 : 0;
    const request: CertificateSigningRequest = {
      ...draft,
      name: name ?? generatedName(this.world.nodeName, this.#generated),
      created: this.world.now,
      user,
      condition: undefined,
      certificate: undefined,
      issuedAt: undefined,
      deleted: false,
    };
    this.world.recorder.report({ actor: 'kubelet', kind: 'csr-create', details: requestDetails(request), step });
    this.requests.add(request);
    return request;
  }

  #reportAuthentication(credential: Credential, user: UserInfo | undefined): void {
    if (credential.type === 'none') return;
    this.world.recorder.report({
      actor: 'kube-apiserver',
      kind: 'api-request',
      details: {
        phase: 'authenticate',
        credential: credential.type,
        username: user?.username ?? null,
        groups: user?.groups ?? [],
        allowed: user !== undefined,
      },
      evidence: [this.#credentialEvidence(credential)],
      step: 'authenticate',
    });
    if (user !== undefined || credential.type !== 'bootstrap-token') return;
    this.world.recorder.report({
      actor: 'kube-apiserver',
      kind: 'http-error',
      message: 'Unable to authenticate the request due to an error: invalid bearer token',
    });
  }

  #reportAuthorization(user: UserInfo, decision: Decision): void {
    this.world.recorder.report({
      actor: 'kube-apiserver',
      kind: 'api-request',
      details: { phase: 'authorize', username: user.username, ...createCsr, allowed: decision.allowed },
      evidence: decision.evidence,
      decisions: [accessDecision(user, createCsr, decision)],
      step: 'authorize-create',
    });
  }

  #credentialEvidence(credential: Credential): Evidence {
    const { kubeconfig, bootstrapKubeconfig } = this.world.paths;
    return credential.type === 'bootstrap-token' ? bootstrapKubeconfig.evidence : kubeconfig.evidence;
  }

  #authorizationMode(): { readonly allowsAll: boolean; readonly evidence: Evidence } {
    const { value, evidence } = this.world.reader.flag(
      this.controlPlane.cluster.apiServer,
      'authorization-mode',
      'Node,RBAC',
    );
    const modes = (value ?? 'AlwaysAllow').split(',');
    return { allowsAll: modes.includes('AlwaysAllow') && !modes.includes('RBAC'), evidence };
  }

  #rbac(): RbacAuthorizer {
    this.#authorizer ??= this.#makeAuthorizer();
    return this.#authorizer;
  }

  #makeAuthentication(): Authentication {
    const { world, controlPlane } = this;
    const { cluster } = controlPlane;
    return new Authentication(
      world.run,
      world.recorder,
      new BootstrapTokens(cluster, world.paths.bootstrapKubeconfig.value, world.run.view === 'complete'),
      () => this.#assumedBootstrapUser(),
      () => world.reader.flag(cluster.apiServer, 'anonymous-auth', 'true').value !== 'false',
    );
  }

  #makeAuthorizer(): RbacAuthorizer {
    const { run, recorder, reader } = this.world;
    const { cluster, release, behaviour } = this.controlPlane;
    const changes = run.bindings ?? [];
    const isElsewhere = hidesRbac(cluster.rbac) || isMadeByKubeadm(cluster);
    const saysItAll = speaksAboutBootstrapping(cluster.rbac) && !isElsewhere;
    const believes = run.view === 'complete' || saysItAll;
    const roles = USUAL_BINDINGS.map(({ role }) => role).join(', ');
    if (!believes)
      recorder.assume('RBAC bindings for bootstrapping', roles, flowMessage('assumption.bindings', { roles }));
    const nodes = behaviour.nodeBindingForGroup ? [{ role: 'system:node', group: 'system:nodes' }] : [];
    return new RbacAuthorizer({
      release,
      roles: servedObjects(reachedObjects(cluster.rbac.roles, cluster.files), this.world.cluster.target),
      bindings: servedObjects(reachedObjects(cluster.rbac.bindings, cluster.files), this.world.cluster.target),
      implied: [...nodes, ...(believes ? [] : USUAL_BINDINGS), ...changes.filter(({ isPresent }) => isPresent)],
      withdrawn: changes.filter(({ isPresent }) => !isPresent).map(({ resource }) => resource),
      gateIsOn: (gate) => reader.gate(cluster.apiServer, gate, false).value,
    });
  }

  /** Without the token's own entry in view, the token is taken to be the one that the bindings in view were made for. */
  #assumedBootstrapUser(): UserInfo {
    const subject = this.#rbac()
      .grantsOf(createCsr)
      .flatMap(({ value }) => value.subjects)
      .find(
        ({ kind, name }) =>
          kind.value === 'User' || (kind.value === 'Group' && name.value.startsWith('system:bootstrappers')),
      );
    const isUser = subject?.kind.value === 'User';
    const groups = new Set(['system:bootstrappers', ...(subject && !isUser ? [subject.name.value] : [])]);
    return { username: isUser ? subject.name.value : 'system:bootstrap:07401b', groups: [...groups] };
  }
}

/** Returns a decision together with what was asked. */
export function accessDecision(
  { username, groups }: UserInfo,
  permission: Permission,
  { grant, others }: Decision,
): AccessDecision {
  return { username, groups, permission, grant, others };
}

function allowedByMode(mode: string, evidence?: Evidence): Decision {
  const grant: AccessGrant = { type: 'mode', mode, origin: evidence?.origin };
  return { allowed: true, evidence: evidence ? [evidence] : [], grant, others: [] };
}

/** The words of every API server for a path that it does not have. */
function notServed({ release }: ControlPlane): RefusedAnswer {
  const text = 'the server could not find the requested resource';
  const evidence = [{ setting: 'kube-apiserver', value: release, origin: undefined }];
  return { type: 'refused', status: 404, text, evidence };
}

function isNode(user: UserInfo): boolean {
  return user.username.startsWith('system:node:') && user.groups.includes('system:nodes');
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
