import { mayBootstrap } from '../../cluster/bootstrapIdentity';
import { approvals, createCsr, type Permission } from '../../cluster/rbacAccess';
import { BOOTSTRAPPERS } from '../../cluster/tokensInView';
import type { RbacSubject } from '../../documents/rbacObject';
import { hidesRbac, isMadeByKubeadm, speaksAboutBootstrapping } from '../../cluster/wholeRbac';
import type { FlowStepId } from '../flowStep';
import type { NodeWorld } from '../nodeWorld';
import type { ControlPlane } from '../start/controlPlane';
import type { StartFailure } from '../start/failure';
import type { World } from '../world';
import type { AccessGrant, Evidence } from '../timeline';
import { Authentication } from './authentication';
import { RbacAuthorizer, type Decision } from './authorization';
import { reachedObjects } from './reachedObjects';
import { servedObjects } from './servedObjects';
import { USUAL_BINDINGS } from './bootstrapView';
import { BootstrapTokens } from './bootstrapTokens';
import {
  CertificateSigningRequests,
  newRequest,
  type CertificateSigningRequest,
  type RequestDraft,
} from './certificateSigningRequests';
import { kubernetes } from '../kubernetesFacts';
import { downUntil, requestVersion } from './connection';
import { forbiddenText, unauthorizedText } from './errorTexts';
import type { Credential, UserInfo } from './identity';
import { nodeNameOf } from './nodeAuthorizer';
import { reportAuthentication, reportAuthorization, requestDetails } from './requestEvents';
import { generatedName } from './requestNames';
import { flowMessage } from '../play/draftStep';
import { requestsInView } from './requestsInView';
import { TokenSecrets } from './tokenSecrets';

/** A request of a kubelet as it arrives: `name` undefined means `generateName: csr-`. */
export interface Attempt {
  readonly credential: Credential;
  /** The setting that names the credential's file. */
  readonly evidence: Evidence;
  readonly draft: RequestDraft;
  readonly name: string | undefined;
  readonly step: FlowStepId;
}

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
  readonly tokenSecrets: TokenSecrets;
  #authentication: Authentication | undefined;
  #authorizer: RbacAuthorizer | undefined;
  #generated = 0;

  constructor(
    private readonly world: World,
    private readonly controlPlane: ControlPlane,
  ) {
    this.tokenSecrets = new TokenSecrets(world.cluster);
    for (const request of requestsInView(world)) this.requests.place(request);
    controlPlane.onUpgrade(() => {
      this.#authentication = undefined;
      this.#authorizer = undefined;
    });
  }

  /** What keeps kube-apiserver from running; undefined while it runs. */
  get failure(): StartFailure | undefined {
    return this.controlPlane.apiServerFailure;
  }

  /** Does something with the API server: at once, or as soon as it is up again. */
  whenUp(run: () => void): void {
    const end = downUntil(this.world.run, this.world.now);
    if (end === undefined) run();
    else this.world.queue.at(end, run);
  }

  /** As `whenUp`, after some seconds. */
  whenUpIn(seconds: number, run: () => void): void {
    this.world.queue.after(seconds, () => {
      this.whenUp(run);
    });
  }

  /** Returns who the credential stands for; undefined when it is refused with 401. */
  authenticate(credential: Credential): UserInfo | undefined {
    this.#authentication ??= this.#makeAuthentication();
    return this.#authentication.authenticate(credential, this.world.serverTime);
  }

  /** Returns whether the user may do it: RBAC, and the Node authorizer for a node's own requests. */
  authorize(user: UserInfo, permission: Permission): Decision {
    const isOwn = nodeNameOf(user) !== undefined && permission.resource === 'certificatesigningrequests';
    return this.#allowsAll() ?? (isOwn ? allowedByMode('Node') : this.#rbac().authorize(user, permission));
  }

  /** Returns whether the roles bound to the user let it do something; without RBAC everybody may do everything. */
  authorizeByRole(user: UserInfo, permission: Permission): Decision {
    return this.#allowsAll() ?? this.#rbac().authorize(user, permission);
  }

  get hasNodeAuthorizer(): boolean {
    return this.#authorizationMode().modes.includes('Node');
  }

  /** Creates a CertificateSigningRequest for a kubelet whose request has arrived. */
  createRequest(client: NodeWorld, attempt: Attempt): CreateAnswer {
    const { credential, evidence, name } = attempt;
    if (!this.#servesRequests()) return notServed(this.controlPlane);
    const user = this.authenticate(credential);
    reportAuthentication(client, credential, user, evidence);
    if (user === undefined) {
      return { type: 'refused', status: 401, text: unauthorizedText(this.controlPlane.release), evidence: [evidence] };
    }
    const decision = this.authorize(user, createCsr);
    reportAuthorization(client, user, decision);
    if (!decision.allowed) {
      const text = forbiddenText(this.controlPlane.release, { username: user.username, ...createCsr });
      return { type: 'refused', status: 403, text, evidence: decision.evidence };
    }
    const existing = name === undefined ? undefined : this.requests.get(name);
    if (existing !== undefined) return { type: 'created', isNew: false, request: existing };
    return { type: 'created', isNew: true, request: this.#store(client, user, attempt) };
  }

  /** Whether the API server still has the version in which this kubelet sends its requests. */
  #servesRequests(): boolean {
    const { release } = this.controlPlane;
    if (release === this.world.release) return true;
    const version = requestVersion(this.world.release);
    const { state } = kubernetes.apiVersion(`certificates.k8s.io/${version}`, 'CertificateSigningRequest', release);
    return state === 'served' || state === 'deprecated';
  }

  #store(
    { nodeName, machine, recorder }: NodeWorld,
    user: UserInfo,
    { draft, name, step }: Attempt,
  ): CertificateSigningRequest {
    this.#generated += name === undefined ? 1 : 0;
    const request = newRequest(draft, {
      name: name ?? generatedName(nodeName, this.#generated),
      created: this.world.now,
      user,
      origin: 'kubelet',
      machine,
    });
    recorder.report({ actor: 'kubelet', kind: 'csr-create', details: requestDetails(request), step });
    this.requests.add(request);
    return request;
  }

  #authorizationMode(): { readonly modes: readonly string[]; readonly evidence: Evidence } {
    const { apiServer } = this.controlPlane.cluster;
    const { value, evidence } = this.world.reader.flag(apiServer, 'authorization-mode', 'Node,RBAC');
    return { modes: (value ?? 'AlwaysAllow').split(','), evidence };
  }

  #allowsAll(): Decision | undefined {
    const { modes, evidence } = this.#authorizationMode();
    const isOpen = modes.includes('AlwaysAllow') && !modes.includes('RBAC');
    return isOpen ? allowedByMode('AlwaysAllow', evidence) : undefined;
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
      (kubeconfig) => new BootstrapTokens(cluster, kubeconfig, world.run.view === 'complete', this.tokenSecrets),
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
    const namesOf = (kind: 'User' | 'Group', ...rights: readonly Permission[]): readonly string[] =>
      rights
        .flatMap((right) => this.#rbac().grantsOf(right))
        .flatMap(({ value }) => value.subjects)
        .filter((subject) => subject.kind.value === kind && mayBootstrap(subject) && !isEverybody(subject))
        .map(({ name }) => name.value);
    const groups = new Set([BOOTSTRAPPERS, ...namesOf('Group', createCsr, approvals.nodeclient)]);
    return { username: namesOf('User', createCsr)[0] ?? 'system:bootstrap:07401b', groups: [...groups] };
  }
}

/** Groups and users that are given to whoever asks, whatever credential is shown. */
function isEverybody({ name }: RbacSubject): boolean {
  return /^system:(?:(?:un)?authenticated|anonymous)$/.test(name.value);
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
