import type { SourceText } from '../../text/sourceText';
import { configMapFiles } from '../configMap/configMapFiles';
import type { EmbeddedFile } from '../embedded/embeddedFile';
import { clusterApiFiles } from '../provisioning/clusterApi';
import { provisioningFiles } from '../provisioning/provisioningFiles';
import type { YamlNode } from '../yaml/node';
import { headOf, objectsIn, type YamlObject } from './yamlObject';

/** Finds the files that one kind of object carries; nothing for any other. */
type EmbeddedFinder = (object: YamlObject) => readonly EmbeddedFile[];

const finders: readonly EmbeddedFinder[] = [configMapFiles, clusterApiFiles];

/** Returns the files that a YAML or JSON document carries as text. */
export function embeddedFiles(source: SourceText, root: YamlNode | undefined): readonly EmbeddedFile[] {
  if (!root) return [];
  const provisioned = provisioningFiles(source, root);
  if (provisioned.length > 0 || root.kind !== 'mapping') return provisioned;
  const object = { source, root, head: headOf(root), templates: [], templated: false };
  return objectsIn(object).flatMap((one) => finders.flatMap((find) => find(one)));
}
