import type { Permission } from '../../cluster/rbacAccess';
import { isAtLeast } from '../../kubernetes/release';
import type { Machines } from '../machines';
import type { RequestBody, RequestByHand } from '../scenarioRun';
import type { ControlPlane } from '../start/controlPlane';
import type { Evidence } from '../timeline';
import type { World } from '../world';
import { admit } from './admission/admission';
import { newRequest, type CertificateSigningRequest } from './certificateSigningRequests';
import { forbiddenText } from './errorTexts';
import { isMaster, type UserInfo } from './identity';
import type { KubeApiserver } from './kubeApiserver';
import { authorizeNode, nodeNameOf } from './nodeAuthorizer';
import { requestAttributes, type RequestAttributes } from './requestAttributes';
import { requestDetails } from './requestEvents';

/** What kube-apiserver answers to a request that is no kubelet's. */
export interface Answer {
  readonly status: number;
  /** Its words; empty when it has none. */
  readonly text: string;
  readonly evidence: readonly Evidence[];
  /** What is told of the object that was read. */
  readonly object?: Readonly<Record<string, unknown>>;
}

/** `reason` is what an authorizer says beside the refusal. */
type Authorized = Pick<Answer, 'evidence'> & { readonly allowed: boolean; readonly reason: string };

const CSRS = 'certificatesigningrequests';

/** Answers requests to any resource: authentication, authorization, admission, and what is stored. */
export class RequestHandler {
  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
    private readonly controlPlane: ControlPlane,
    private readonly machines: Machines,
  ) {}

  /** Returns the answer, and does what is asked for. `user` is undefined when the credential is refused. */
  answer(user: UserInfo | undefined, { method, path, body }: RequestByHand): Answer {
    const attributes = requestAttributes(method, path);
    if (user === undefined) return { status: 401, text: 'Unauthorized', evidence: [] };
    if (attributes === undefined) return { status: 404, text: NOT_SERVED, evidence: [] };
    const { allowed, reason, evidence } = this.#authorize(user, attributes);
    if (!allowed) return { status: 403, text: this.#forbidden(user, attributes, reason), evidence };
    const found = this.#find(attributes);
    if (found === 'missing') return { status: 404, text: `${subjectOf(attributes)} not found`, evidence: [] };
    const refused = this.#admission(user, attributes, body, found);
    if (refused !== undefined) return refused;
    return (
      this.#do(user, attributes, body, found) ?? { status: 200, text: '', evidence, ...this.#shown(attributes, found) }
    );
  }

  #authorize(user: UserInfo, attributes: RequestAttributes): Authorized {
    if (isMaster(user)) return { allowed: true, reason: '', evidence: [] };
    const { verb, apiGroup, resource } = attributes;
    const own = nodeNameOf(user);
    const byNode = own === undefined ? undefined : authorizeNode(own, attributes, this.controlPlane.release);
    if (byNode?.allowed === true && this.apiServer.hasNodeAuthorizer)
      return { allowed: true, reason: '', evidence: [] };
    const byRole = this.apiServer.authorizeByRole(user, { verb, apiGroup, resource });
    const { allowed, evidence } = byRole;
    return { allowed, evidence, reason: allowed ? '' : (byNode?.reason ?? '') };
  }

  #forbidden({ username }: UserInfo, attributes: RequestAttributes, reason: string): string {
    const { verb, apiGroup, resource, namespace, name } = attributes;
    const named = { ...(name !== undefined && { name }), ...(namespace !== undefined && { namespace }) };
    const text = forbiddenText(this.controlPlane.release, { username, verb, apiGroup, resource, ...named });
    return reason === '' ? text : `${text}: ${reason}`;
  }

  /** Objects of kinds that are not played are taken to be there. */
  #find({ resource, name, verb }: RequestAttributes): CertificateSigningRequest | 'missing' | undefined {
    if (name === undefined || verb === 'create') return undefined;
    if (resource.split('/')[0] === CSRS) return this.apiServer.requests.get(name) ?? 'missing';
    if (resource.split('/')[0] !== 'nodes') return undefined;
    const exists = this.machines.node(name)?.isRegistered === true || this.world.run.existingNodes?.includes(name);
    return exists === true ? undefined : 'missing';
  }

  #admission(
    user: UserInfo,
    attributes: RequestAttributes,
    body: RequestBody | undefined,
    stored: CertificateSigningRequest | undefined,
  ): Answer | undefined {
    const objectName = attributes.name ?? body?.name;
    const authorize = (who: UserInfo, permission: Permission): boolean =>
      isMaster(who) || this.apiServer.authorizeByRole(who, permission).allowed;
    const plugins = this.#nodeRestriction();
    const admission = { user, attributes, body, objectName, stored, authorize };
    const refused = admit(admission, this.controlPlane.release, plugins.isOn);
    if (refused === undefined) return undefined;
    const text = `${subjectOf({ ...attributes, name: objectName })} is forbidden: ${refused.why}`;
    const builtin = { setting: 'admission plugin', value: refused.plugin, origin: undefined };
    return { status: 403, text, evidence: [refused.plugin === 'NodeRestriction' ? plugins.evidence : builtin] };
  }

  /** Up to 1.9 there is only `--admission-control`; later it still counts where somebody has written it. */
  #nodeRestriction(): { readonly isOn: boolean; readonly evidence: Evidence } {
    const { cluster, release } = this.controlPlane;
    const isOld = !isAtLeast(release, '1.10') || cluster.apiServer?.flag('admission-control').state === 'set';
    const name = isOld ? 'admission-control' : 'enable-admission-plugins';
    const flag = this.world.reader.flag(cluster.apiServer, name, 'NodeRestriction');
    return { isOn: (flag.value ?? '').split(',').includes('NodeRestriction'), evidence: flag.evidence };
  }

  #do(
    user: UserInfo,
    attributes: RequestAttributes,
    body: RequestBody | undefined,
    stored: CertificateSigningRequest | undefined,
  ): Answer | undefined {
    if (attributes.verb === 'create') return this.#create(user, attributes, body);
    if (stored === undefined) return undefined;
    if (attributes.verb === 'delete') this.#delete(stored);
    else if (attributes.resource === `${CSRS}/approval`) this.#decide(stored, body?.approval);
    return undefined;
  }

  #create(user: UserInfo, { resource, apiGroup }: RequestAttributes, body: RequestBody | undefined): Answer {
    const isRequest = resource === CSRS && body?.name !== undefined && body.csr !== undefined;
    if (!isRequest) return { status: 201, text: '', evidence: [] };
    const { name = '', csr } = body;
    if (this.apiServer.requests.get(name) !== undefined) {
      return { status: 409, text: `${subjectOf({ resource, apiGroup, name })} already exists`, evidence: [] };
    }
    if (csr !== undefined) this.#store(user, name, csr);
    return { status: 201, text: '', evidence: [] };
  }

  #delete(stored: CertificateSigningRequest): void {
    this.world.recorder.report({ actor: 'kube-apiserver', kind: 'csr-delete', details: { name: stored.name } });
    this.apiServer.requests.remove(stored);
  }

  #decide(stored: CertificateSigningRequest, approval: RequestBody['approval']): void {
    if (approval === undefined) return;
    const { type, reason, message } = approval;
    const kind = type === 'Approved' ? 'csr-approve' : 'csr-deny';
    const details = { name: stored.name, reason };
    this.world.recorder.report({ actor: 'admin', kind, message, details, step: 'approve' });
    this.apiServer.requests.decide(stored, { type, t: this.world.now, reason, message });
  }

  #store(user: UserInfo, name: string, asked: NonNullable<RequestBody['csr']>): void {
    const { commonName, organizations, dnsNames = [], ipAddresses = [], signerName, usages } = asked;
    const purpose = signerName === 'kubernetes.io/kubelet-serving' ? 'serving' : 'client';
    const subject = { commonName, organizations, dnsNames, ipAddresses };
    const request = newRequest(
      { purpose, usages, signerName, key: this.world.newKey(), ...subject },
      { name, created: this.world.now, user, origin: 'hand', machine: undefined },
    );
    const details = requestDetails(request);
    this.world.recorder.report({ actor: 'admin', kind: 'csr-create', details, step: 'create-csr' });
    this.apiServer.requests.add(request);
  }

  #shown(
    { verb, resource, name }: RequestAttributes,
    found: CertificateSigningRequest | undefined,
  ): Pick<Answer, 'object'> {
    if (verb !== 'get' || name === undefined) return {};
    if (found !== undefined) {
      const conditions = found.conditions.map(({ type, reason, message }) => ({ type, reason, message }));
      return { object: { conditions, issued: found.certificate !== undefined } };
    }
    const address = resource === 'nodes' ? this.machines.node(name)?.address : undefined;
    return address === undefined ? {} : { object: { addresses: [address, name] } };
  }
}

/** The words of every API server for a path that it does not have. */
const NOT_SERVED = 'the server could not find the requested resource';

/** `nodes "node-2"`: how an answer names what it is about. */
function subjectOf({ resource, apiGroup, name }: Pick<RequestAttributes, 'resource' | 'apiGroup' | 'name'>): string {
  const kind = resource.split('/')[0] ?? resource;
  const qualified = apiGroup === '' ? kind : `${kind}.${apiGroup}`;
  return name === undefined ? qualified : `${qualified} ${JSON.stringify(name)}`;
}
