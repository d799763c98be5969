import { isAtLeast, minorOf } from '../../kubernetes/release';
import type { IssuedCertificate } from '../certificates';
import { parseGoDuration } from '../../kubernetes/goDuration';
import type { FlowStepId } from '../flowStep';
import type { CertificateSigningRequest } from '../kubeApiserver/certificateSigningRequests';
import type { KubeApiserver } from '../kubeApiserver/kubeApiserver';
import type { Effective } from '../settings';
import type { ControlPlane } from '../start/controlPlane';
import type { World } from '../world';
import type { ControllerManagerSettings } from './controllerManagerSettings';
import { brokenRule, isSigned } from './signerRules';

/** Certificates start five minutes in the past (sign.backdate; recorded for 1.20). */
const BACKDATE = 300;

/** From 1.22 on the end of a certificate that lives less than eight hours is not dated back (kubernetes/kubernetes #99412). */
const SHORT = 8 * 3600;

const ONE_YEAR = '8760h0m0s';

/** The controller that signs approved requests. */
export class Csrsigning {
  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
    private readonly controlPlane: ControlPlane,
    private readonly settings: ControllerManagerSettings,
  ) {}

  /** Signs an approved request; without a signing key, or while switched off, the request stays approved. */
  sync(request: CertificateSigningRequest): void {
    if (request.deleted || request.condition?.type !== 'Approved' || request.certificate !== undefined) return;
    const runs = this.settings.runs('csrsigning');
    if (!runs.value) request.unattended = [runs.evidence];
    if (!runs.value || !isSigned(request.signerName)) return;
    const key = this.settings.signingKey(request.purpose);
    if (!key.value) {
      this.#reportSkipped(request, key);
      return;
    }
    if (!this.settings.maySign(request)) return;
    const { release } = this.controlPlane;
    const broken = isAtLeast(release, '1.19') ? brokenRule(request, release) : undefined;
    if (broken !== undefined) {
      this.#fail(request, broken);
      return;
    }
    const duration = this.#duration();
    const certificate = this.#certificate(request, duration.value);
    this.world.recorder.report({
      actor: 'kube-controller-manager',
      kind: 'csr-sign',
      details: {
        name: request.name,
        notBefore_s: certificate.notBefore,
        notAfter_s: certificate.notAfter,
        extKeyUsage: [request.purpose === 'client' ? 'clientAuth' : 'serverAuth'],
      },
      evidence: [duration.evidence, key.evidence],
      step: signingStep(request),
    });
    this.apiServer.requests.issue(request, certificate, this.world.now);
  }

  /** A request that breaks the rules of its signer gets no certificate, ever (sign.failed). */
  #fail(request: CertificateSigningRequest, message: string): void {
    const reason = 'SignerValidationFailure';
    const details = { name: request.name, reason };
    const step = signingStep(request);
    const evidence = [{ setting: 'kube-controller-manager', value: this.controlPlane.release, origin: undefined }];
    this.world.recorder.report({
      actor: 'kube-controller-manager',
      kind: 'csr-fail',
      message,
      details,
      evidence,
      step,
    });
    this.apiServer.requests.decide(request, { type: 'Failed', t: this.world.now, reason, message });
  }

  #certificate(request: CertificateSigningRequest, duration: number): IssuedCertificate {
    const { purpose, commonName, organizations, dnsNames, ipAddresses, usages, key } = request;
    const notBefore = Math.floor(this.world.serverTime) - BACKDATE;
    const isShort = isAtLeast(this.controlPlane.release, '1.22') && duration < SHORT;
    const notAfter = notBefore + duration + (isShort ? BACKDATE : 0);
    const isTrusted = this.world.run.signingCaTrusted ?? true;
    return { purpose, commonName, organizations, dnsNames, ipAddresses, usages, key, isTrusted, notBefore, notAfter };
  }

  #duration(): Effective<number> {
    const name = this.#durationFlag();
    if (name === undefined) {
      return { value: 8760 * 3600, evidence: { setting: 'signing duration', value: '8760h', origin: undefined } };
    }
    const { value, evidence } = this.world.reader.flag(this.controlPlane.cluster.controllerManager, name, ONE_YEAR);
    const seconds = parseGoDuration(value ?? ONE_YEAR);
    if (seconds === undefined) this.world.recorder.assume(`--${name}`, ONE_YEAR);
    return { value: seconds ?? 8760 * 3600, evidence };
  }

  /** The flag that counts: of the two names that 1.19–1.24 know, the one that says something, else the new one. Undefined before 1.7. */
  #durationFlag(): string | undefined {
    const { reader } = this.world;
    const { release, cluster } = this.controlPlane;
    const minor = minorOf(release);
    const names = [
      ...(minor >= 19 ? ['cluster-signing-duration'] : []),
      ...(minor >= 7 && minor <= 24 ? ['experimental-cluster-signing-duration'] : []),
    ];
    const changed = names.find((name) => reader.changed(`--${name}`) !== undefined);
    return changed ?? names.find((name) => cluster.controllerManager?.flag(name).state !== 'absent') ?? names[0];
  }

  #reportSkipped(request: CertificateSigningRequest, key: Effective<boolean>): void {
    this.world.recorder.report({
      actor: 'kube-controller-manager',
      kind: 'log',
      message: this.settings.whySkipped(request.purpose),
      details: { name: request.name, phase: 'startup' },
      evidence: [key.evidence],
      step: signingStep(request),
    });
  }
}

function signingStep(request: CertificateSigningRequest): FlowStepId {
  if (request.purpose === 'serving') return 'serving-certificate';
  return request.user.username === request.commonName ? 'renewal-sign' : 'sign';
}
