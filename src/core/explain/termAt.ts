import { gatesInFile, type WrittenGate } from '../cluster/writtenGate';
import { flagsOf, type CommandLine, type Flag } from '../documents/commandLine';
import type { CertificateSigningRequestDocument } from '../documents/certificateSigningRequest/certificateSigningRequestDocument';
import type { Document, KubeletConfigurationDocument, ParsedFile } from '../documents/document';
import type { KubeadmDocument } from '../documents/kubeadm/kubeadmDocument';
import type { YamlNode } from '../documents/yaml/node';
import type { FieldPath } from '../kubernetes/fieldPlace';
import { touches, type Range } from '../text/range';
import { wordAt } from './wordAt';

/** Something in a file that Kubernetes has a name for. */
export type Term =
  | { readonly type: 'flag'; readonly range: Range; readonly line: CommandLine; readonly flag: Flag }
  | { readonly type: 'gate'; readonly range: Range; readonly gate: WrittenGate }
  | {
      readonly type: 'field';
      readonly range: Range;
      readonly document: KubeletConfigurationDocument | KubeadmDocument;
      readonly path: FieldPath;
    }
  /** What stands in `spec.request` of an object. */
  | { readonly type: 'request'; readonly range: Range; readonly csr: CertificateSigningRequestDocument }
  /** The name of a role, or of a signer: which of them, the facts decide. */
  | { readonly type: 'name'; readonly range: Range; readonly name: string };

/** Returns what stands at an offset of a file; undefined for anything else, and in a file that is of no known kind. */
export function termAt(file: ParsedFile, offset: number): Term | undefined {
  if (file.kind === undefined) return undefined;
  return (
    gateAt(file, offset) ?? firstOf(file.documents, (document) => inDocument(document, offset)) ?? nameAt(file, offset)
  );
}

function gateAt(file: ParsedFile, offset: number): Term | undefined {
  const gate = gatesInFile(file).find(({ nameRange }) => nameRange && touches(nameRange, offset));
  return gate?.nameRange && { type: 'gate', range: gate.nameRange, gate };
}

function inDocument(document: Document, offset: number): Term | undefined {
  if (document.type === 'certificate-signing-request') return requestAt(document, offset);
  if (document.type === 'flags') return firstOf(document.commandLines, (line) => flagAt(line, offset));
  if (document.type !== 'kubelet-configuration' && document.type !== 'kubeadm') return undefined;
  const found = fieldAt(document.root, [], offset);
  return found && { type: 'field', document, ...found };
}

function requestAt(csr: CertificateSigningRequestDocument, offset: number): Term | undefined {
  const { keyRange, range } = csr.request ?? {};
  const found = [keyRange, range].find((place) => place && touches(place, offset));
  return found && { type: 'request', range: found, csr };
}

function flagAt(line: CommandLine, offset: number): Term | undefined {
  const flag = flagsOf(line).find(({ nameRange }) => touches(nameRange, offset));
  return flag && { type: 'flag', range: flag.nameRange, line, flag };
}

function fieldAt(
  node: YamlNode,
  path: FieldPath,
  offset: number,
): { readonly range: Range; readonly path: FieldPath } | undefined {
  if (!touches(node.range, offset)) return undefined;
  if (node.kind === 'sequence') {
    return firstOf([...node.items.entries()], ([index, item]) => fieldAt(item, [...path, index], offset));
  }
  if (node.kind !== 'mapping') return undefined;
  return firstOf(node.entries, ({ key, value }) => {
    if (key.templated) return undefined;
    const below = [...path, key.value];
    return touches(key.range, offset) ? { range: key.range, path: below } : fieldAt(value, below, offset);
  });
}

function nameAt({ source }: ParsedFile, offset: number): Term | undefined {
  const range = wordAt(source.text, offset);
  return range && { type: 'name', range, name: source.slice(range) };
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
