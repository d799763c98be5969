import { decidingEntry, type Controller } from '../../cluster/controllersInView';
import { isGivenFile, signerSettings } from '../../cluster/signerFiles';
import { isAtLeast, minorOf } from '../../kubernetes/release';
import { KUBELET_CLIENT_SIGNER, KUBELET_SERVING_SIGNER } from '../../kubernetes/signers';
import type { CertificatePurpose } from '../certificates';
import { forbiddenText } from '../kubeApiserver/errorTexts';
import type { CertificateSigningRequest } from '../kubeApiserver/certificateSigningRequests';
import type { Effective } from '../settings';
import type { ControlPlane } from '../start/controlPlane';
import type { FlowStepId } from '../flowStep';
import type { World } from '../world';
import { flowMessage } from '../play/draftStep';

const PER_SIGNER: Readonly<Record<Exclude<CertificatePurpose, 'self-signed'>, string>> = {
  client: 'cluster-signing-kubelet-client',
  serving: 'cluster-signing-kubelet-serving',
};

/** What kube-controller-manager is told by its flags, as far as requests go. */
export class ControllerManagerSettings {
  /** A person has given it a key to sign with, whatever its flags say. */
  hasKeyByHand = false;

  constructor(
    private readonly world: World,
    private readonly controlPlane: ControlPlane,
  ) {}

  /** Returns whether `--controllers` leaves the controller on. Before 1.6 controllers have no names. */
  runs(controller: Controller): Effective<boolean> {
    const { cluster, release } = this.controlPlane;
    const { value, evidence } = this.world.reader.flag(cluster.controllerManager, 'controllers', '*');
    const written = evidence.origin === undefined ? [] : (cluster.controllerManager?.flags('controllers') ?? []);
    const list = written.length > 1 ? written.map((flag) => flag.value.value).join() : (value ?? '*');
    const deciding = decidingEntry(
      list
        .replace(/^\[|\]$/g, '')
        .split(',')
        .map((entry) => entry.trim()),
      controller,
      release,
    );
    return { value: deciding !== undefined && !deciding.startsWith('-'), evidence };
  }

  /** Returns whether there is a key to sign with, by the pair of flags that counts for the purpose (sign.skip, sign.persigner). */
  signingKey(purpose: keyof typeof PER_SIGNER): Effective<boolean> {
    const { reader } = this.world;
    const { cluster, release } = this.controlPlane;
    const manager = cluster.controllerManager;
    const own = minorOf(release) >= 19 ? PER_SIGNER[purpose] : undefined;
    const perSigner = manager !== undefined && signerSettings(manager).some(({ setting }) => isGivenFile(setting));
    const prefix = own !== undefined && perSigner ? own : 'cluster-signing';
    const certificate = reader.flag(manager, `${prefix}-cert-file`, '/etc/kubernetes/pki/ca.crt');
    const key = reader.flag(manager, `${prefix}-key-file`, '/etc/kubernetes/pki/ca.key');
    const isThere = this.hasKeyByHand || (this.#isThere(certificate) && this.#isThere(key));
    return { value: isThere, evidence: this.#isThere(certificate) ? key.evidence : certificate.evidence };
  }

  /** Returns what is logged as the controller is skipped for want of a key (sign.skip, sign.persigner; recorded on 1.20). */
  whySkipped(purpose: keyof typeof PER_SIGNER): string {
    const { cluster, release } = this.controlPlane;
    const manager = cluster.controllerManager;
    const isForOthers = manager !== undefined && signerSettings(manager).some(({ setting }) => isGivenFile(setting));
    if (isForOthers && isAtLeast(release, '1.19')) {
      const signer = purpose === 'client' ? KUBELET_CLIENT_SIGNER : KUBELET_SERVING_SIGNER;
      return `skipping CSR signer controller ${JSON.stringify(signer)} because specific files were specified for other signers and not this one.`;
    }
    const isDefault = manager?.flag('cluster-signing-cert-file').state === 'absent' && minorOf(release) >= 9;
    const why = 'skipping CSR signer controller because no csr cert/key was specified';
    return isDefault && minorOf(release) <= 18 ? `${why} and the default files are missing` : why;
  }

  /** Up to 1.18 a flag that is not written names a file all the same; whether it is there no file in view says (sign.skip). */
  #isThere({ value = '', evidence }: Effective<string | undefined>): boolean {
    if (value === '' || evidence.value !== undefined) return value !== '';
    const { run, recorder } = this.world;
    if (run.view === 'complete') return false;
    recorder.assume(evidence.setting, value, flowMessage('assumption.file', { file: value }));
    return true;
  }

  /** Returns whether the controller manager's own identity may approve; reports the refusal when it may not. */
  mayApprove({ name }: CertificateSigningRequest): boolean {
    const told = `Sync ${name} failed with : error updating approval for csr`;
    return this.#may({ verb: 'update', subresource: '/approval', name, told, step: 'approve' });
  }

  /** Returns whether the controller manager's own identity may store the certificate; reports the refusal when it may not. */
  maySign({ name }: CertificateSigningRequest): boolean {
    const told = `Sync ${name} failed with : error updating signature for csr`;
    return this.#may({ verb: 'update', subresource: '/status', name, told, step: 'sign' });
  }

  /** Returns whether the controller manager's own identity may delete the request; reports the refusal when it may not. */
  mayDelete({ name }: CertificateSigningRequest): boolean {
    const quoted = JSON.stringify(name);
    const told = `Error while attempting to clean CSR ${quoted}: unable to delete CSR ${quoted}`;
    return this.#may({ verb: 'delete', subresource: '', name, told, step: undefined });
  }

  /** Recorded on 1.20: as `system:kube-controller-manager` without service account credentials it may do none of these. */
  #may({ verb, subresource, name, told, step }: OwnRequest): boolean {
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
      verb,
      resource: `certificatesigningrequests${subresource}`,
      apiGroup: 'certificates.k8s.io',
      name,
    });
    const message = `${told}: ${forbidden}`;
    const note = { evidence: [evidence], ...(step !== undefined && { step }) };
    recorder.report({ actor: 'kube-controller-manager', kind: 'log', message, details: { name }, ...note });
    return false;
  }
}

/** Something that a controller does to a request in the controller manager's own name. */
interface OwnRequest {
  readonly verb: string;
  readonly subresource: '' | '/approval' | '/status';
  readonly name: string;
  /** How the controller's log begins to tell that it failed. */
  readonly told: string;
  readonly step: FlowStepId | undefined;
}
