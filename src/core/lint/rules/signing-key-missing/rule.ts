import type { Cluster, ComponentInView } from '../../../cluster/cluster';
import { disabledController } from '../../../cluster/controllersInView';
import type { Setting, SourceOrigin } from '../../../cluster/setting';
import { isGivenFile, signerSettings, type GivenFile } from '../../../cluster/signerFiles';
import { isAtLeast } from '../../../kubernetes/release';
import { evidenceOfBootstrapping } from '../../bootstrapping';
import { commandLineToExtend } from '../../commandLineToExtend';
import type { ClusterRule, Draft, DraftRelated } from '../../rule';
import { addSigningFiles } from './signingFiles';

const CERTIFICATE = 'cluster-signing-cert-file';
const KEY = 'cluster-signing-key-file';

export const rule: ClusterRule = {
  id: 'signing-key-missing',
  group: 'B',
  severity: 'error',
  scope: 'cluster',
  lifeCycle: false,
  step: 'sign',
  messages: {
    missing:
      'Without --cluster-signing-cert-file and --cluster-signing-key-file csrsigning is skipped: requests stay Approved, and no certificate is ever issued.',
    default:
      'kube-controller-manager {release} then signs with {path} and its key: where these files are missing, requests stay Approved and no certificate is issued.',
    half: 'csrsigning needs --{flag} as well: with one of the two it is skipped, and no certificate is ever issued.',
    both: 'kube-controller-manager does not start: it cannot specify default and per controller certs at the same time.',
    general: 'The files for all signers.',
    notThisOne:
      'Once one signer has files of its own, those without are skipped: client certificates of kubelets are approved and never issued.',
    bootstrapping: 'Nodes get their certificates by bootstrapping.',
    add: 'Sign with {certificate} and {key}',
  },
  check: (cluster) => {
    const evidence = evidenceOfBootstrapping(cluster);
    return evidence ? cluster.controllerManagers.flatMap((manager) => checkManager(manager, cluster, evidence)) : [];
  },
};

/** Behaviours `sign.skip` and `sign.persigner`. */
function checkManager(manager: ComponentInView, cluster: Cluster, evidence: SourceOrigin): readonly Draft[] {
  const { release } = cluster.target;
  if (!isAtLeast(release, '1.7') || disabledController(manager, 'csrsigning', release)) return [];
  const certificate = manager.flag(CERTIFICATE);
  const key = manager.flag(KEY);
  const related = [{ ...evidence, message: 'bootstrapping' }];
  const perSigner = isAtLeast(release, '1.19') ? signerSettings(manager) : [];
  const own = perSigner.find(({ setting }) => isGivenFile(setting))?.setting;
  if (own && isGivenFile(own)) return checkPerSigner(own, perSigner, isGivenFile(certificate) ? certificate : key);
  if (perSigner.some(({ setting }) => setting.state === 'unknown')) return [];
  if (isMissing(certificate) && isMissing(key)) return missing(manager, cluster, certificate, related);
  return [...half(certificate, key, KEY), ...half(key, certificate, CERTIFICATE)].map((draft) => ({
    ...draft,
    related,
  }));
}

function half(given: Setting<string>, other: Setting<string>, flag: string): readonly Draft[] {
  return isGivenFile(given) && isLeftOut(other) ? [{ ...given.origin, message: 'half', params: { flag } }] : [];
}

function isMissing(setting: Setting<string>): boolean {
  return setting.state === 'absent' || (setting.state === 'set' && setting.value === '');
}

/** Up to 1.18 a file that is not named has a name all the same. */
function isLeftOut(setting: Setting<string>): boolean {
  return isMissing(setting) && !(setting.state === 'absent' && setting.value);
}

function checkPerSigner(
  own: GivenFile,
  perSigner: ReturnType<typeof signerSettings>,
  general: Setting<string>,
): readonly Draft[] {
  if (isGivenFile(general)) {
    return [{ ...own.origin, message: 'both', related: [{ ...general.origin, message: 'general' }] }];
  }
  const kubelets = perSigner.filter(({ signer }) => signer === 'kubelet-client');
  return kubelets.every(({ setting }) => isMissing(setting)) ? [{ ...own.origin, message: 'notThisOne' }] : [];
}

function missing(
  manager: ComponentInView,
  { target }: Cluster,
  certificate: Setting<string>,
  related: readonly DraftRelated[],
): readonly Draft[] {
  const line = commandLineToExtend(manager);
  if (!line) return [];
  const path = certificate.state === 'absent' ? certificate.value : undefined;
  const draft = { path: line.path, range: line.value.headRange, related, fixes: addSigningFiles(manager, line.value) };
  if (!path) return [{ ...draft, message: 'missing' }];
  return [{ ...draft, message: 'default', severity: 'warning', params: { release: target.release, path } }];
}
