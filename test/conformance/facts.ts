import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const FACTS_TABLE = new URL('./facts.md', import.meta.url);

/** A fact about the behaviour of Kubernetes, as far as it is asked for here. */
interface Fact {
  readonly id: string;
  readonly versions: string;
}

/** Where a fact is part of the simulation, as a file below `src/core`, or why it is no part of it. */
type Place = readonly [file: string] | { readonly not: string };

/** Each fact of data/behaviour.json by its id. A test demands that none is missing. */
export const places: Readonly<Record<string, Place>> = {
  'boot.skip.exists': ['flow/kubelet/kubeconfig.ts'],
  'boot.skip.valid': ['flow/kubelet/kubeconfig.ts'],
  'boot.missing.bootstrapfile': ['flow/kubelet/kubeconfig.ts'],
  'boot.sync': ['flow/kubelet/blockingBootstrap.ts'],
  'boot.async': ['flow/kubelet/kubeletRun.ts'],
  'boot.require': ['flow/kubelet/kubeconfig.ts'],
  'boot.waitserver': ['flow/kubelet/blockingBootstrap.ts'],
  'boot.csrname': ['flow/kubelet/blockingBootstrap.ts'],
  'boot.subject': ['flow/kubelet/requestDraft.ts'],
  'boot.usages': ['flow/kubelet/requestDraft.ts'],
  'boot.signer': ['flow/kubelet/requestDraft.ts'],
  'boot.files': ['flow/kubelet/blockingBootstrap.ts'],
  'boot.files.pem': ['flow/kubelet/certificateStore.ts'],
  'boot.tmpkey': ['flow/kubelet/blockingBootstrap.ts'],
  'files.store': ['flow/kubelet/certificateStore.ts'],
  'files.kubeletserver.crt': {
    not: 'a file that the kubelet never writes, and nobody else puts files of that name there',
  },
  'files.selfsigned': ['flow/kubelet/servingCertificate.ts'],
  'files.kubeconfig': {
    not: 'what is in the kubeconfig that the kubelet writes is not kept; the page shows what it names',
  },
  'serving.when': ['flow/kubelet/servingCertificate.ts'],
  'serving.gate': ['flow/kubelet/kubeletSettings.ts'],
  'serving.config': ['flow/kubelet/kubeletSettings.ts'],
  'serving.sans': ['flow/kubelet/requestDraft.ts'],
  'serving.needip': ['flow/kubelet/servingCertificate.ts'],
  'serving.reload': { not: 'nobody puts other serving files on the node while a play goes on' },
  'serving.nocert': ['flow/kubelet/servingTexts.ts'],
  'approve.group': ['flow/kubeControllerManager/groupApprove.ts'],
  'approve.sar': ['flow/kubeControllerManager/csrapproving.ts'],
  'approve.server': ['flow/kubeControllerManager/csrapproving.ts'],
  'approve.server.removed': ['cluster/csrRecognisers.ts'],
  'approve.admission': ['flow/kubeApiserver/admission/nodeRestriction.ts'],
  'sign.default': ['flow/kubeControllerManager/csrsigning.ts'],
  'sign.skip': ['flow/kubeControllerManager/controllerManagerSettings.ts'],
  'sign.persigner': ['flow/start/signingFilesFailure.ts'],
  'sign.expirationSeconds': { not: 'a kubelet does not set it' },
  'sign.backdate': ['flow/kubeControllerManager/csrsigning.ts'],
  'sign.failed': ['flow/kubeControllerManager/signerRules.ts'],
  'clean.times': ['flow/kubeControllerManager/csrcleaner.ts'],
  'clean.perm': ['flow/behaviour.ts'],
  'clean.none': ['flow/behaviour.ts'],
  'rot.deadline': ['flow/clock/jitter.ts'],
  'rot.switch': ['flow/kubelet/kubeletSettings.ts'],
  'rot.17': ['flow/outcome.ts'],
  'rot.18': ['flow/kubelet/clientTransport.ts'],
  'rot.backoff': ['flow/kubelet/retrySchedule.ts'],
  'rot.wait': ['flow/kubelet/certificateManager.ts'],
  'rot.exit': ['flow/kubelet/clientTransport.ts'],
  'rot.expired.restart': ['flow/kubelet/kubeconfig.ts'],
  'rot.off.expiry': ['flow/kubelet/fixedCertificate.ts'],
  'rot.requests': ['flow/kubelet/kubeconfigClient.ts'],
  'rot.embedded': ['flow/kubelet/kubeletRun.ts'],
  metrics: { not: 'nobody reads metrics in a play; rules and their pages name them' },
  'err.403.create': ['flow/kubeApiserver/errorTexts.ts'],
  'err.403.anonymous': ['flow/kubeApiserver/bootstrapTokens.ts'],
  'err.401': ['flow/kubeApiserver/errorTexts.ts'],
  'err.unknownflag': ['flow/start/startFailure.ts'],
  'err.gate': ['flow/start/gateFailure.ts'],
  'err.x509.serving': { not: 'nobody connects to port 10250 in a play; apiserver-kubelet-ca-missing speaks of it' },
  'err.csr.denied': ['flow/kubelet/requestCertificate.ts'],
  'err.csr.incompatible': ['flow/kubelet/blockingBootstrap.ts'],
  'err.labels': { not: 'no rule looks at labels, and a play must not stop at what no rule names' },
  'token.csv': ['flow/start/tokenFileFailure.ts'],
  'token.bootstrap': ['flow/kubeApiserver/userOfSecret.ts'],
  'cfg.gvk': ['flow/start/configurationFailure.ts'],
  'cfg.defaults': ['cluster/configurationInView.ts'],
  'cfg.fields': ['cluster/configurationInView.ts'],
  'cfg.unknownfield': ['cluster/configurationInView.ts'],
  'cfg.precedence': ['cluster/kubeletInView.ts'],
  'cfg.dropin': ['cluster/configurationDirectory.ts'],
  'kubeadm.paths': { not: 'a play takes paths from flags; the lab’s kubeadm cluster has these' },
  'kubeadm.dropin.old': { not: 'a drop-in is read like any other' },
  'kubeadm.dropin': { not: 'a drop-in is read like any other' },
  'kubeadm.controlplane': ['flow/kubeApiserver/kubeApiserver.ts'],
  'kubeadm.renew': { not: 'it touches no certificate of a kubelet' },
  'kubeadm.embedded': ['flow/scenarios/embedded-certificate.ts'],
  'kubeadm.nodes': ['flow/kubelet/existingNode.ts'],
  'kubeadm.rotate': { not: 'the configuration that kubeadm writes says it' },
  'kubeadm.serving': { not: 'the configuration that kubeadm writes says it' },
  'ctrl.names': ['cluster/controllersInView.ts'],
  'plan.137': { not: 'a plan for a release that is not known yet' },
  newest: { not: 'a release that is not known yet' },
};

/** Returns the facts in their order. */
export function facts(): readonly Fact[] {
  const text = readFileSync(new URL('../../data/behaviour.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly facts: readonly Fact[] }).facts;
}

/** Returns the table of all facts with where each is part of the simulation. */
export function factsTable(): string {
  const rows = facts().map(({ id, versions }) => {
    const place = places[id] ?? { not: '' };
    const where = 'not' in place ? `not played: ${place.not}` : `\`${place[0]}\``;
    return `| \`${id}\` | ${cell(versions)} | ${where} |`;
  });
  const played = Object.values(places).filter((place) => !('not' in place)).length;
  return [
    '# Facts about the behaviour of Kubernetes and the simulation',
    '',
    'Generated by `npx tsx test/conformance/facts.ts`; a test keeps it fresh and complete.',
    '',
    `Of ${String(rows.length)} facts ${String(played)} are part of a play, by the file below \`src/core\` that decides; the others have a reason.`,
    'What `bootstrapsigner` signs (`token.bootstrap`) only `kubeadm join` reads, before there is a kubelet to be played.',
    '',
    '| fact | releases | where |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FACTS_TABLE, factsTable());
