import type { CommandLine } from '../documents/commandLine';
import type { ParsedFile } from '../documents/document';
import { parseRelease, type Release } from '../kubernetes/release';
import { outermostPlace } from '../text/outerText';
import type { Range } from '../text/range';
import type { SourceText } from '../text/sourceText';
import type { SourceOrigin } from './setting';

/** A place in a file that tells the release the cluster runs. */
export interface Evidence {
  readonly release: Release;
  readonly origin: SourceOrigin;
}

/** One kind of evidence: what it finds in one file. Comments never count. */
type EvidenceKind = (file: ParsedFile) => readonly Evidence[];

/** Each kind of evidence is one function; a new kind is one more. */
const kinds: readonly EvidenceKind[] = [imageTags, containerImages, programPaths, kubeadmVersions];

/**
 * Returns the release that the files themselves name. Undefined when they name none, or more than one: then none of them
 * holds for all files.
 */
export function evidenceIn(files: readonly ParsedFile[]): Evidence | undefined {
  const found = files.flatMap((file) => kinds.flatMap((kind) => kind(file)));
  const first = found[0];
  return found.every(({ release }) => release === first?.release) ? first : undefined;
}

const IMAGE_TAG =
  /(?:hyperkube|kubelet|kube-apiserver|kube-controller-manager)(?:-(?:amd64|arm|arm64|ppc64le|s390x))?:(v1\.\d{1,3}\.[\w.+-]+)/g;
const TAG_VARIABLE = /\b(?:KUBELET_IMAGE_TAG|KUBELET_VERSION)=(v1\.\d{1,3}\.[\w.+-]+)/g;

/** `hyperkube:v1.8.4` and Container Linux's `KUBELET_IMAGE_TAG=v1.8.4_coreos.0` in a unit. */
function imageTags(file: ParsedFile): readonly Evidence[] {
  const { source } = file;
  if (file.kind !== 'systemd-unit' || !source.text.includes('v1.')) return [];
  return source.lineStarts.flatMap((_, line) => {
    const range = source.lineRange(line);
    const text = source.slice(range);
    if (/^\s*[#;]/.test(text)) return [];
    return [IMAGE_TAG, TAG_VARIABLE].flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((match) =>
        evidenceAt(source, match[1] ?? '', range.start + match.index, match),
      ),
    );
  });
}

/** `image: registry.k8s.io/kube-apiserver:v1.29.3` of a container; a digest or a variable in its place names none. */
function containerImages({ source, documents }: ParsedFile): readonly Evidence[] {
  return documents.flatMap((document) => {
    const images = document.type === 'flags' ? (document.container?.images ?? []) : [];
    return images.flatMap(({ range }) =>
      [...source.slice(range).matchAll(IMAGE_TAG)].flatMap((match) =>
        evidenceAt(source, match[1] ?? '', range.start + match.index, match),
      ),
    );
  });
}

const VERSION_FOLDER = /[/-](v?1\.\d{1,3}\.\d+)\//;

/** A program kept under its version: `/opt/kubernetes/v1.7.5/bin/kubelet`. */
function programPaths(file: ParsedFile): readonly Evidence[] {
  return file.documents.flatMap((document) => {
    const lines: readonly CommandLine[] = document.type === 'flags' ? document.commandLines : [];
    return lines.flatMap(({ variable, headRange }) => {
      const match = variable === undefined ? VERSION_FOLDER.exec(file.source.slice(headRange)) : null;
      return match ? evidenceAt(file.source, match[1] ?? '', headRange.start + match.index, match) : [];
    });
  });
}

/** `kubernetesVersion: v1.25.2` in a kubeadm file, or a label that names its release (`stable-1.10`). */
function kubeadmVersions({ source, documents }: ParsedFile): readonly Evidence[] {
  return documents.flatMap((document) => {
    const version = document.type === 'kubeadm' ? document.kubernetesVersion : undefined;
    const release = version && !version.templated ? parseRelease(version.value) : undefined;
    return version && release ? [{ release, origin: outermostPlace(source, version.range) }] : [];
  });
}

function evidenceAt(source: SourceText, version: string, start: number, match: RegExpExecArray): readonly Evidence[] {
  const release = parseRelease(version.replace(/_.*/, ''));
  const range: Range = { start, end: start + match[0].length };
  return release ? [{ release, origin: outermostPlace(source, range) }] : [];
}
