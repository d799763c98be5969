import type { FlagsDocument } from '../document';
import type { YamlObject } from '../kubernetesYaml/yamlObject';
import { scalarOf, type YamlMapping } from '../yaml/node';
import type { Located } from '../rbacObject';
import { containerCommand } from './containerCommand';
import { tellsRelease } from './image';
import { containersOf } from './podSpecs';

const CONTAINERS = /ontainers["']?[ \t]*:/;

/** A component's program or image: no path into its folder (`/var/lib/kubelet/pods`), no longer name (`kubelet-dir`). */
const PROGRAM =
  /\b(?:kubelet|kube-controller-manager|kube-apiserver|hyperkube)(?:-(?:wrapper|amd64|arm|arm64|ppc64le|s390x))?(?![\w/.-])/;

/** Text that every manifest which runs a component holds; looked for before anything is parsed. */
export const workloadMark: Pick<RegExp, 'test'> = {
  test: (text) => CONTAINERS.test(text) && PROGRAM.test(text),
};

/** Returns the commands of the components that the containers of a Pod, DaemonSet … run. Nothing for any other object. */
export function readWorkload(object: YamlObject): readonly FlagsDocument[] {
  const { source, root, templated } = object;
  const commandLines = containersOf(object).flatMap((node) => containerCommand({ source, node, templated }) ?? []);
  const images = containersOf(object).flatMap(imageOf);
  if (commandLines.length === 0 && images.length === 0) return [];
  return [
    {
      type: 'flags',
      range: root.range,
      commandLines,
      variables: [],
      environmentFiles: [],
      resetsCommands: false,
      container: { images },
    },
  ];
}

function imageOf(container: YamlMapping): readonly Located<string>[] {
  const image = scalarOf(container, 'image');
  return image && !image.templated && tellsRelease(image.value) ? [{ value: image.value, range: image.range }] : [];
}
