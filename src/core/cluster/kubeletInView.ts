import { askedOnceByName } from '../askedOnce';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Release } from '../kubernetes/release';
import type { KubeletInView } from './cluster';
import { componentInView } from './componentInView';
import type { ClusterFacts } from './clusterFacts';
import { configuredGates, documentsIn, fieldSetting, type ConfigurationInView } from './configurationInView';
import { booleanSetting } from './goBoolean';
import type { JoinedCommand } from './joinedCommand';
import type { Setting } from './setting';

/** Returns a kubelet: flags over configuration file over defaults (trace 14b-flag-precedence). */
export function kubeletInView(
  command: JoinedCommand,
  configuration: ConfigurationInView,
  facts: ClusterFacts,
): KubeletInView {
  const component = componentInView(command, facts, configuredGates(configuration));
  const effective = askedOnceByName((flag): Setting<string> => {
    const written = component.flag(flag);
    const field = fieldOf(flag, facts);
    const isWritten = component.flags(flag).length > 0;
    if (written.state === 'set' || isWritten || field === undefined) return written;
    const configured = fieldSetting(configuration, field, facts);
    if (configured?.state === 'set') return configured;
    if (written.state === 'unknown' && configured?.state === 'unknown')
      return { state: 'unknown', reasons: [...configured.reasons, ...written.reasons] };
    return written.state === 'unknown' ? written : (configured ?? written);
  });
  return {
    component: 'kubelet',
    path: component.path,
    commandLines: component.commandLines,
    unknown: component.unknown,
    gates: component.gates,
    flags: (name) => component.flags(name),
    flag: (name) => component.flag(name),
    gate: (name) => component.gate(name),
    configuration: configuration.document,
    configurations: documentsIn(configuration),
    effective,
    bootstrapKubeconfig: bootstrapKubeconfig((name) => component.flag(name)),
    kubeconfig: component.flag('kubeconfig'),
    certificateDirectory: component.flag('cert-dir'),
    rotateCertificates: booleanSetting(effective('rotate-certificates')),
    serverTLSBootstrap: booleanSetting(effective('rotate-server-certificates')),
    tlsCertFile: effective('tls-cert-file'),
    nodeName: component.flag('hostname-override'),
  };
}

/** The field came one release before its flag (behaviour `serving.config`). */
const fieldsBeforeFlags: Readonly<Record<string, string>> = { 'rotate-server-certificates': 'serverTLSBootstrap' };

/** Returns the KubeletConfiguration field that a flag sets, also where the release has only one of the two; undefined for other flags. */
export function fieldOf(
  flag: string,
  { kubernetes, release }: { kubernetes: Kubernetes; release: Release },
): string | undefined {
  return kubernetes.flag('kubelet', flag, release).field ?? fieldsBeforeFlags[flag];
}

/** `--experimental-bootstrap-kubeconfig` is the older name of the same flag (flags.json); an empty path is no path. */
function bootstrapKubeconfig(flag: (name: string) => Setting<string>): Setting<string> {
  const names = ['bootstrap-kubeconfig', 'experimental-bootstrap-kubeconfig'];
  const settings = names.map(flag);
  const written = settings.find((setting) => setting.state === 'set' && setting.value !== '');
  const unknown = settings.find((setting) => setting.state === 'unknown');
  return written ?? unknown ?? { state: 'absent', value: undefined };
}
