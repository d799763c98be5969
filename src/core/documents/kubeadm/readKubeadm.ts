import type { CommandLine } from '../commandLine';
import type { ComponentName } from '../component';
import type { Document, FlagsDocument } from '../document';
import { headRangeOf, type YamlObject } from '../kubernetesYaml/yamlObject';
import { kubeletConfigurationOf } from '../kubernetesYaml/kubeletConfiguration';
import { fieldOf, scalarEntries } from '../yaml/field';
import { entryOf, resolved, valueAt } from '../yaml/node';
import { yamlEditor } from '../yaml/yamlEditor';
import { coverSecrets } from './coverSecrets';
import { readExtraArgs } from './extraArgs';
import { extraArgsEditor } from './extraArgsEditor';
import type { KubeadmDocument } from './kubeadmDocument';
import { bootstrapTokensOf, joinTokensOf, secretKeys } from './kubeadmTokens';

const GROUP = 'kubeadm.k8s.io/';

/** Returns what one document of a kubeadm file holds; nothing for any other object. */
export function readKubeadm(object: YamlObject): readonly Document[] {
  if (!object.head.apiVersion.startsWith(GROUP)) return [];
  return [kubeadmDocument(object), ...kubeadmFlags(object), ...embeddedConfiguration(object)];
}

/** Returns the arguments that one document of a kubeadm file gives to components; nothing when it gives none. */
export function kubeadmFlags(object: YamlObject): readonly FlagsDocument[] {
  return flagsDocument(
    object,
    extraArgPlaces(object).flatMap((place) => commandLineAt(object, place) ?? []),
  );
}

function kubeadmDocument(object: YamlObject): KubeadmDocument {
  const { source, root, head, templated } = object;
  return {
    type: 'kubeadm',
    range: root.range,
    headRange: headRangeOf(object),
    apiVersion: head.apiVersion,
    kind: head.kind,
    kubernetesVersion: fieldOf(root, 'kubernetesVersion'),
    featureGates: [...scalarEntries(valueAt(root, ['featureGates'])).values()],
    bootstrapTokens: bootstrapTokensOf(root),
    joinTokens: joinTokensOf(root),
    root: coverSecrets(root, secretKeys),
    templated,
    editor: yamlEditor(source, root, templated),
  };
}

/** The arguments of one component. */
interface ExtraArgPlace {
  readonly component: ComponentName;
  readonly path: readonly string[];
}

/** v1beta1 put the arguments of the control plane under the component; the kubelet has arguments from v1alpha2 (kubeadm-fields.json). */
function extraArgPlaces({ head }: YamlObject): readonly ExtraArgPlace[] {
  const isAlpha = head.apiVersion.startsWith(`${GROUP}v1alpha`);
  return [
    { component: 'kube-apiserver', path: isAlpha ? ['apiServerExtraArgs'] : ['apiServer', 'extraArgs'] },
    {
      component: 'kube-controller-manager',
      path: isAlpha ? ['controllerManagerExtraArgs'] : ['controllerManager', 'extraArgs'],
    },
    { component: 'kubelet', path: ['nodeRegistration', 'kubeletExtraArgs'] },
  ];
}

function commandLineAt(object: YamlObject, { component, path }: ExtraArgPlace): CommandLine | undefined {
  const { source, root, templated } = object;
  const entry = entryOf(valueAt(root, path.slice(0, -1)), path.at(-1) ?? '');
  const node = resolved(entry?.value);
  if (!entry || (node?.kind !== 'mapping' && node?.kind !== 'sequence')) return undefined;
  const read = readExtraArgs(node);
  const isAlias = entry.value.kind === 'alias';
  const editor = yamlEditor(source, root, templated || isAlias);
  const ownFlags = {
    type: 'reference',
    reference: { variable: 'kubeadm', range: entry.key.range, templated: false, unsplit: false },
  } as const;
  return {
    component,
    variable: component === 'kubelet' ? 'KUBELET_KUBEADM_ARGS' : undefined,
    range: node.range,
    headRange: entry.key.range,
    arguments: component === 'kubelet' ? read.arguments : [ownFlags, ...read.arguments],
    editor: extraArgsEditor({ source, node, path, flags: read.flags, editor, templated: templated || isAlias }),
  };
}

/** `variables` stays empty: what kubeadm writes to `KUBELET_KUBEADM_ARGS` is more than what stands here. */
function flagsDocument({ root }: YamlObject, commandLines: readonly CommandLine[]): readonly FlagsDocument[] {
  if (commandLines.length === 0) return [];
  return [
    { type: 'flags', range: root.range, commandLines, variables: [], environmentFiles: [], resetsCommands: false },
  ];
}

/** MasterConfiguration of v1alpha1 and v1alpha2 holds the kubelet's configuration. */
function embeddedConfiguration(object: YamlObject): readonly Document[] {
  const parent = valueAt(object.root, ['kubeletConfiguration']);
  const entry = entryOf(parent, 'baseConfig');
  const node = resolved(entry?.value);
  if (!entry || node?.kind !== 'mapping') return [];
  return [kubeletConfigurationOf({ ...object, root: node }, 'kubelet.config.k8s.io/v1beta1', entry.key.range)];
}
