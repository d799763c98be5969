import { conditionalParts, isIn } from '../../../documents/conditions';
import type { Document, ParsedFile } from '../../../documents/document';
import { scalarOf, type YamlNode } from '../../../documents/yaml/node';
import type { Range } from '../../../text/range';

/** An object or configuration file with the place that names its apiVersion, or its kind where nothing can be fixed. */
export interface WrittenVersion {
  readonly apiVersion: string;
  readonly kind: string;
  readonly range: Range;
}

/** Returns the apiVersions a file names, without those that a template makes, or chooses among. */
export function writtenVersions(file: ParsedFile): readonly WrittenVersion[] {
  const { source, documents, notes, byVersion = false } = file;
  if (byVersion) return [];
  const versions = documents.flatMap(versionsIn);
  if (notes.length === 0 || versions.length === 0) return versions;
  const parts = conditionalParts(source.text);
  return versions.filter(
    ({ apiVersion, kind, range }) => !TEMPLATE.test(apiVersion) && !TEMPLATE.test(kind) && !isIn(range, parts),
  );
}

const TEMPLATE = /[{}<%$]/;

function versionsIn(document: Document): readonly WrittenVersion[] {
  switch (document.type) {
    case 'kubelet-configuration':
      return versionOf(document.root, document.apiVersion, 'KubeletConfiguration');
    case 'rbac':
      return document.objects.flatMap(({ apiVersion, kind, apiVersionRange: range }) =>
        range ? [{ apiVersion, kind, range }] : [],
      );
    case 'certificate-signing-request':
      return [{ apiVersion: document.apiVersion, kind: 'CertificateSigningRequest', range: document.headRange }];
    case 'kubeadm':
      return versionOf(document.root, document.apiVersion, document.kind);
    case 'other-yaml':
      return versionOf(document.root, document.apiVersion ?? '', document.kind ?? '');
    default:
      return [];
  }
}

function versionOf(root: YamlNode | undefined, apiVersion: string, kind: string): readonly WrittenVersion[] {
  const range = scalarOf(root, 'apiVersion')?.range;
  return range ? [{ apiVersion, kind, range }] : [];
}
