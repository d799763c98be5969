import { minorOf } from '../../kubernetes/release';
import type { CertificatePurpose } from '../certificates';
import { forbiddenText } from '../kubeApiserver/errorTexts';
import type { CertificateSigningRequest } from '../kubeApiserver/certificateSigningRequests';
import type { Effective } from '../settings';
import type { ControlPlane } from '../start/controlPlane';
import type { World } from '../world';
import { flowMessage } from '../play/draftStep';

const PER_SIGNER: Readonly<Record<Exclude<CertificatePurpose, 'self-signed'>, string>> = {
  client: 'cluster-signing-kubelet-client',
  serving: 'cluster-signing-kubelet-serving',
};

/** Both names of each controller: the short ones are aliases from 1.28 on (ctrl.names). */
const LONG_NAMES: Readonly<Record<string, string>> = {
  csrapproving: 'certificatesigningrequest-approving-controller',
  csrsigning: 'certificatesigningrequest-signing-controller',
  csrcleaner: 'certificatesigningrequest-cleaner-controller',
};

/** What kube-controller-manager is told by its flags, as far as requests go. */
export class ControllerManagerSettings {
  /** A person has given it a key to sign with, whatever its flags say. */
  hasKeyByHand = false;

  constructor(
    private readonly world: World,
    private readonly controlPlane: ControlPlane,
  ) {}

  /** Returns whether `--controllers` leaves the controller on: named, or not excluded while `*` stands there. */
  runs(controller: string): boolean {
    const { value } = this.world.reader.flag(this.controlPlane.cluster.controllerManager, 'controllers', '*');
    const names = [controller, LONG_NAMES[controller] ?? controller];
    const list = (value ?? '*')
      .replace(/^\[|\]$/g, '')
      .split(',')
      .map((name) => name.trim());
    if (names.some((name) => list.includes(name))) return true;
    return list.includes('*') && !names.some((name) => list.includes(`-${name}`));
  }

  /** Returns whether there is a key to sign with, by the pair of flags that counts for the purpose (sign.skip, sign.persigner). */
  signingKey(purpose: keyof typeof PER_SIGNER): Effective<boolean> {
    const { reader } = this.world;
    const { cluster, release } = this.controlPlane;
    const manager = cluster.controllerManager;
    const own = minorOf(release) >= 19 ? PER_SIGNER[purpose] : undefined;
    const perSigner = Object.values(PER_SIGNER).some((name) => manager?.flag(`${name}-cert-file`).state === 'set');
    const prefix = own !== undefined && perSigner ? own : 'cluster-signing';
    const certificate = reader.flag(manager, `${prefix}-cert-file`, '/etc/kubernetes/pki/ca.crt');
    const key = reader.flag(manager, `${prefix}-key-file`, '/etc/kubernetes/pki/ca.key');
    const isSet = this.hasKeyByHand || (isGiven(certificate) && isGiven(key));
    return { value: isSet, evidence: isGiven(certificate) ? key.evidence : certificate.evidence };
  }

  /** Returns whether the controller manager's own identity may approve; reports the refusal when it may not. */
  mayApprove(request: CertificateSigningRequest): boolean {
    return this.#may(request, 'approval', 'error updating approval for csr');
  }

  /** Returns whether the controller manager's own identity may store the certificate; reports the refusal when it may not. */
  maySign(request: CertificateSigningRequest): boolean {
    return this.#may(request, 'status', 'error updating signature for csr');
  }

  /** Recorded on 1.20: as `system:kube-controller-manager` without service account credentials it may do neither. */
  #may(request: CertificateSigningRequest, subresource: string, failure: string): boolean {
    const { reader, recorder, run } = this.world;
    const { cluster, release } = this.controlPlane;
    const { value, evidence } = reader.flag(cluster.controllerManager, 'use-service-account-credentials', 'true');
    if (value === 'true') return true;
    if (run.view !== 'complete') {
      const sentence = flowMessage('assumption.mayApprove');
      recorder.assume('identity of kube-controller-manager', 'may approve and sign requests', sentence);
      return true;
    }
    const forbidden = forbiddenText(release, {
      username: 'system:kube-controller-manager',
      verb: 'update',
      resource: `certificatesigningrequests/${subresource}`,
      apiGroup: 'certificates.k8s.io',
      name: request.name,
    });
    recorder.report({
      actor: 'kube-controller-manager',
      kind: 'log',
      message: `Sync ${request.name} failed with : ${failure}: ${forbidden}`,
      details: { name: request.name },
      evidence: [evidence],
      step: subresource === 'approval' ? 'approve' : 'sign',
    });
    return false;
  }
}

/** A flag without a value in force is not given; the defaults of old releases name files that rarely exist. */
function isGiven(flag: Effective<string | undefined>): boolean {
  const written = flag.evidence.origin !== undefined || flag.evidence.value !== undefined;
  return written && flag.value !== undefined && flag.value !== '';
}
