import type { YamlObject } from '../kubernetesYaml/yamlObject';
import { itemsOf, valueAt, valueOf, type YamlMapping } from '../yaml/node';

const POD_TEMPLATE = ['spec', 'template', 'spec'];

/** Where the kinds that run containers hold their PodSpec (k8s.io/api core/v1, apps/v1, batch/v1). */
const POD_SPECS: ReadonlyMap<string, readonly string[]> = new Map([
  ['Pod', ['spec']],
  ['PodTemplate', ['template', 'spec']],
  ['ReplicationController', POD_TEMPLATE],
  ['ReplicaSet', POD_TEMPLATE],
  ['Deployment', POD_TEMPLATE],
  ['StatefulSet', POD_TEMPLATE],
  ['DaemonSet', POD_TEMPLATE],
  ['Job', POD_TEMPLATE],
  ['CronJob', ['spec', 'jobTemplate', ...POD_TEMPLATE]],
]);

const API_VERSION = /^(?:v1|(?:apps|extensions|batch)\/v\d\w*)$/;

/** Returns the containers that an object runs, those that run first included; none for any other object. */
export function containersOf({ root, head }: YamlObject): readonly YamlMapping[] {
  const path = API_VERSION.test(head.apiVersion) ? POD_SPECS.get(head.kind) : undefined;
  const spec = path && valueAt(root, path);
  return ['initContainers', 'containers'].flatMap((key) =>
    itemsOf(valueOf(spec, key)).filter((item): item is YamlMapping => item.kind === 'mapping'),
  );
}
