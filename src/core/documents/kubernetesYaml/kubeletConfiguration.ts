import type { Range } from '../../text/range';
import type { KubeletConfigurationDocument } from '../document';
import type { ObjectHead } from '../rbac/readRbac';
import { yamlEditor } from '../yaml/yamlEditor';
import { headRangeOf, type YamlObject } from './yamlObject';

const KUBELET_GROUPS = ['kubelet.config.k8s.io', 'kubeletconfig', 'componentconfig'];

/** `--config-dir` takes files that end in `.conf`: from a folder that says so, or numbered. */
const DROP_IN = /(?:\.d[/\\][^/\\]*|(?:^|[/\\])\d+-[^/\\]*)\.conf$/;

/** kubeadm fills in what a configuration in its own file leaves out, `rotateCertificates` too (`cfg.defaults`). */
const KUBEADM = /\bapiVersion["']?[ \t]*:[ \t]*["']?kubeadm\.k8s\.io\//;

/** Returns whether this is the kubelet's configuration, in any version of its group. */
export function isKubeletConfiguration({ apiVersion, kind }: ObjectHead): boolean {
  return kind === 'KubeletConfiguration' && KUBELET_GROUPS.includes(apiVersion.slice(0, apiVersion.indexOf('/')));
}

/** Returns a mapping as the kubelet's configuration; one inside another document need not say what it is. */
export function kubeletConfigurationOf(
  object: YamlObject,
  apiVersion: string = object.head.apiVersion,
  headRange: Range = headRangeOf(object),
): KubeletConfigurationDocument {
  const { source, root, templated } = object;
  return {
    type: 'kubelet-configuration',
    range: root.range,
    apiVersion,
    root,
    headRange,
    templated,
    partial: DROP_IN.test(source.path) || KUBEADM.test(source.text),
    editor: yamlEditor(source, root, templated),
  };
}
