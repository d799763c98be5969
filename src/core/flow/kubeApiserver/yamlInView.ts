import type { Cluster } from '../../cluster/cluster';
import type { ParsedFile } from '../../documents/document';
import { cutDocuments } from '../../documents/yaml/cutDocuments';
import { maskTemplates } from '../../documents/yaml/maskTemplates';
import { scalarOf, type YamlNode } from '../../documents/yaml/node';
import { readTree } from '../../documents/yaml/readTree';

/** A YAML document of a kind that no rule judges, but that tells who may bootstrap. */
export interface YamlInView {
  readonly path: string;
  readonly kind: string | undefined;
  readonly root: YamlNode | undefined;
}

/** Kubeconfigs and Secrets: files without either are not parsed. */
const WANTED = /\bkind["']?[ \t]*:[ \t]*["']?(?:Config|Secret)\b/;

/** Returns the kubeconfigs and Secrets among the files in view, also those in files of no kind. */
export function yamlInView({ files }: Cluster): readonly YamlInView[] {
  return files.flatMap((file) => (WANTED.test(file.source.text) ? documentsOf(file) : []));
}

function documentsOf({ source }: ParsedFile): readonly YamlInView[] {
  const masked = maskTemplates(source.text);
  return cutDocuments(masked.text, source.contentStart).flatMap((range) => {
    const tree = readTree(source.text, masked, range);
    if ('problem' in tree) return [];
    return [{ path: source.path, kind: scalarOf(tree.root, 'kind')?.value, root: tree.root }];
  });
}
