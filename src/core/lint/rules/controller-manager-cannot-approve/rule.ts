import { booleanFlag } from '../../../cluster/goBoolean';
import type { Cluster, ComponentInView, InFile } from '../../../cluster/cluster';
import { kubeconfigNamedBy } from '../../../cluster/kubeconfigInView';
import { allows, RbacAccess } from '../../../cluster/rbacAccess';
import { isRbacOff } from '../../../cluster/wholeRbac';
import { asciiText, decodeBase64 } from '../../../documents/base64';
import type { EncodedData } from '../../../documents/encodedData';
import { currentContextOf, type KubeconfigUser } from '../../../documents/kubeconfig/kubeconfigDocument';
import { isAtLeast } from '../../../kubernetes/release';
import { evidenceOfBootstrapping } from '../../bootstrapping';
import { commandLineOf, commandLineToExtend } from '../../commandLineToExtend';
import type { ClusterRule, Draft, DraftFix, RuleContext } from '../../rule';

const FLAG = 'use-service-account-credentials';
const USER = 'system:kube-controller-manager';
const APPROVE = { verb: 'update', apiGroup: 'certificates.k8s.io', resource: 'certificatesigningrequests/approval' };

export const rule: ClusterRule = {
  id: 'controller-manager-cannot-approve',
  group: 'B',
  severity: 'error',
  scope: 'cluster',
  lifeCycle: false,
  step: 'approve',
  messages: {
    cannot:
      'Without --use-service-account-credentials its controllers act as system:kube-controller-manager, which may neither approve nor sign: the 403 stands only in its own log.',
    ifUsual:
      'If its kubeconfig is that of system:kube-controller-manager, it may neither approve nor sign without --use-service-account-credentials: the 403 stands only in its own log.',
    identity: 'It authenticates with this.',
    bootstrapping: 'Nodes get their certificates by bootstrapping.',
    add: 'Switch on --use-service-account-credentials',
  },
  check: (cluster, context) => {
    const evidence = evidenceOfBootstrapping(cluster);
    if (!evidence || !isAtLeast(cluster.target.release, '1.7') || isRbacOff(cluster)) return [];
    const related = [{ ...evidence, message: 'bootstrapping' }];
    return cluster.controllerManagers.flatMap((manager) => checkManager(manager, cluster, context, related));
  },
};

function checkManager(
  manager: ComponentInView,
  cluster: Cluster,
  { kubernetes }: RuleContext,
  related: Draft['related'] = [],
): readonly Draft[] {
  const line = commandLineToExtend(manager);
  if (!line || !actsAsItself(manager)) return [];
  if (isAllowedByHand(cluster, new RbacAccess(cluster.rbac, kubernetes, cluster.target.release))) return [];
  const user = userOf(cluster, manager);
  const isUsual = user ? isNamed(user.value) : undefined;
  if (isUsual === false) return [];
  const setting = manager.flag(FLAG);
  const place = setting.state === 'set' ? setting.origin : { path: line.path, range: line.value.headRange };
  const identity = user && isUsual ? [{ path: user.path, range: user.value.range, message: 'identity' }] : [];
  return [
    {
      ...place,
      message: isUsual ? 'cannot' : 'ifUsual',
      severity: isUsual ? 'error' : 'warning',
      related: [...identity, ...related],
      fixes: repair(manager),
    },
  ];
}

/** With one identity for all controllers, and none that is an administrator by its name or by an insecure port. */
function actsAsItself(manager: ComponentInView): boolean {
  const setting = booleanFlag(manager, FLAG);
  const kubeconfig = manager.flag('kubeconfig');
  if (setting.state === 'unknown' || setting.value === true) return false;
  if (kubeconfig.state !== 'set' || /admin/i.test(kubeconfig.value)) return false;
  return !manager.flags('master').some(({ value }) => value.value?.startsWith('http:'));
}

function isAllowedByHand({ rbac }: Cluster, access: RbacAccess): boolean {
  return (
    access.grants(APPROVE, ({ name }) => name.value === USER).length > 0 ||
    rbac.roles.some(({ value }) => value.name.value === USER && allows(value.rules, APPROVE))
  );
}

function userOf(cluster: Cluster, manager: ComponentInView): InFile<KubeconfigUser> | undefined {
  const kubeconfig = kubeconfigNamedBy(cluster, manager.flag('kubeconfig'));
  const user = kubeconfig && currentContextOf(kubeconfig.value).user;
  return user && { path: kubeconfig.path, value: user };
}

/** Returns whether a user of a kubeconfig is system:kube-controller-manager; undefined when its certificate is not in view. */
function isNamed({ clientCertificateData: certificate }: KubeconfigUser): boolean | undefined {
  const text = certificate && !certificate.templated ? textIn(certificate.value) : undefined;
  return text?.includes(USER);
}

/** The bytes of a certificate as text: a name in it stands there in plain letters. */
function textIn(certificate: EncodedData): string | undefined {
  const pem = certificate.decode();
  const [, body] = /-----BEGIN CERTIFICATE-----([^-]*)/.exec(pem ? asciiText(pem) : '') ?? [];
  const bytes = body === undefined ? undefined : decodeBase64(body.trim());
  return bytes && asciiText(bytes);
}

function repair(manager: ComponentInView): readonly DraftFix[] {
  const written = manager.flags(FLAG).at(-1)?.value;
  const edits = written
    ? commandLineOf(manager, written)?.value.editor.setValue(written, 'true')
    : commandLineToExtend(manager)?.value.editor.add(`--${FLAG}`);
  return edits ? [{ title: 'add', safe: false, edits }] : [];
}
