import type { Document, ParsedFile } from '../../../documents/document';
import { scalarOf, type YamlNode } from '../../../documents/yaml/node';
import type { Range } from '../../../text/range';

/** An object or configuration file with the place that names its apiVersion, or its kind where nothing can be fixed. */
export interface WrittenVersion {
  readonly apiVersion: string;
  readonly kind: string;
  readonly range: Range;
}

/** Returns the apiVersions a file names; none for a template, which may choose among several. */
export function writtenVersions({ documents, notes }: ParsedFile): readonly WrittenVersion[] {
  return notes.length > 0 ? [] : documents.flatMap(versionsIn);
}

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
