import type { FlowStepId } from '../flowStep';
import type { CertificateSigningRequests, RequestDraft } from '../kubeApiserver/certificateSigningRequests';
import { brokenConnection, failedRequest, requestsPath, type BrokenConnection } from '../kubeApiserver/connection';
import type { Credential, UserInfo } from '../kubeApiserver/identity';
import type { CreateAnswer, KubeApiserver } from '../kubeApiserver/kubeApiserver';
import type { NodeWorld } from '../nodeWorld';
import type { Evidence } from '../timeline';

/** kube-apiserver as one kubelet reaches it: over its own connection, with the files of its own machine. */
export class NodeClient {
  constructor(
    private readonly world: NodeWorld,
    private readonly apiServer: KubeApiserver,
  ) {}

  get requests(): CertificateSigningRequests {
    return this.apiServer.requests;
  }

  /** What keeps requests from arriving; undefined when they do. */
  get brokenConnection(): BrokenConnection | undefined {
    return brokenConnection(this.world, this.apiServer.failure === undefined);
  }

  /** Returns who the credential stands for; undefined when it is refused with 401. */
  authenticate(credential: Credential): UserInfo | undefined {
    return this.apiServer.authenticate(credential);
  }

  /** Creates a CertificateSigningRequest; `name` undefined means `generateName: csr-`. */
  createRequest(credential: Credential, draft: RequestDraft, name: string | undefined, step: FlowStepId): CreateAnswer {
    const { world, apiServer, brokenConnection: broken } = this;
    const evidence = this.#evidenceOf(credential);
    if (broken !== undefined) {
      const text = failedRequest('Post', requestsPath(world.release), broken);
      return { type: 'refused', status: 'unreachable', text, evidence: [apiServer.failure?.evidence ?? evidence] };
    }
    return apiServer.createRequest(world, { credential, evidence, draft, name, step });
  }

  #evidenceOf(credential: Credential): Evidence {
    const { kubeconfig, bootstrapKubeconfig } = this.world.paths;
    return credential.type === 'bootstrap-token' ? bootstrapKubeconfig.evidence : kubeconfig.evidence;
  }
}
