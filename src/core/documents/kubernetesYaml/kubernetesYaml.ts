import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import { bootstrapTokenMark } from '../bootstrapToken/readBootstrapToken';
import type { Document, FileKind, FileNote, Reading, SyntaxProblem } from '../document';
import type { EmbeddedFile } from '../embedded/embeddedFile';
import { kubeconfigMark } from '../kubeconfig/readKubeconfig';
import { isOtherLanguage, isProse } from '../otherLanguages';
import { provisioningMark } from '../provisioning/provisioningFiles';
import { workloadMark } from '../workload/readWorkload';
import { cutDocuments } from '../yaml/cutDocuments';
import { maskTemplates, templatesIn, type MaskedYaml } from '../yaml/maskTemplates';
import type { YamlTree } from '../yaml/readTree';
import { readTrees } from '../yaml/readTrees';
import { documentsOf } from './documentOf';
import { embeddedFiles } from './embeddedFiles';

/** Text that every file of this kind holds somewhere; looked for before anything is parsed. */
const GROUPS =
  /apiVersion["']?[ \t]*:[ \t]*["']?(?:rbac\.authorization\.k8s\.io|certificates\.k8s\.io|kubeadm\.k8s\.io|kubelet\.config\.k8s\.io|kubeletconfig|componentconfig)\//;

const TOP_LEVEL_GROUPS = new RegExp(`^["']?${GROUPS.source}`, 'm');

/** What stands in files of the kinds that have no group of their own. */
const OTHER_MARKS: readonly Pick<RegExp, 'test'>[] = [bootstrapTokenMark, kubeconfigMark, workloadMark];

/** Each document that is read, or holds a file that is, has one of these; all others are passed over unread. */
const WORDS =
  /kube(?!rnetes\b)|apiserver|controller-manager|(?:authorization|certificates)\.k8s|bootstrap|token-secret|config|contexts|clusters/i;

/** Manifests of KubeletConfiguration, RBAC objects and what else bootstraps nodes, as YAML or JSON, several to a file. */
export const kubernetesYaml: FileKind = {
  id: 'kubernetes-yaml',
  patterns: ['**/*.{yaml,yml,json,kubeconfig,conf}', '**/kubeconfig'],

  recognise: ({ path, text }) =>
    !isProse(path) &&
    ((text.includes('apiVersion') && GROUPS.test(text)) ||
      [...OTHER_MARKS, provisioningMark].some((mark) => mark.test(text))),

  parse(source): Reading {
    const masked = maskTemplates(source.text);
    const documents: Document[] = [];
    const problems: SyntaxProblem[] = [];
    const embedded: EmbeddedFile[] = [];
    let templates = 0;
    const ranges = cutDocuments(masked.text, source.contentStart);
    const trees = treesByRange(source, masked, ranges);
    for (const range of ranges) {
      const read = readDocument(source, masked, range, trees.get(range));
      if (read && 'problem' in read) problems.push(read.problem);
      else if (read) {
        documents.push(...read.documents);
        embedded.push(...read.embedded);
        if (read.documents.some(({ type }) => type !== 'other-yaml'))
          templates += templatesIn(masked.templates, range).length;
      }
    }
    const notes: readonly FileNote[] = templates > 0 ? [{ type: 'templated', count: templates }] : [];
    return documents.every(({ type }) => type === 'other-yaml') && problems.length === 0
      ? { documents: [], problems: [], notes: [], embedded }
      : { documents, problems, notes, embedded };
  },
};

/** The trees of the documents that may be of a kind that is read. */
function treesByRange(
  source: SourceText,
  masked: MaskedYaml,
  ranges: readonly Range[],
): ReadonlyMap<Range, YamlTree | undefined> {
  const wanted = ranges.filter((range) => WORDS.test(source.slice(range)));
  const trees = readTrees(source.text, masked, wanted);
  return new Map(wanted.map((range, index) => [range, trees[index]]));
}

function readDocument(
  source: SourceText,
  masked: MaskedYaml,
  range: Range,
  tree: YamlTree | undefined,
): Pick<Required<Reading>, 'documents' | 'embedded'> | { problem: SyntaxProblem } | undefined {
  if (!tree) return { documents: [unread(range)], embedded: [] };
  if ('problem' in tree) {
    const isTemplated = templatesIn(masked.templates, range).length > 0;
    const isForeign =
      !MANIFEST_NAME.test(source.path) && isOtherLanguage(source.path, source.text, source.contentStart);
    return !isForeign && !isTemplated && isOurs(source.path, source.slice(range)) ? tree : undefined;
  }
  return {
    documents: documentsOf(source, tree.root, range, templatesIn(masked.templates, range)),
    embedded: embeddedFiles(source, tree.root),
  };
}

function unread(range: Range): Document {
  return { type: 'other-yaml', range, apiVersion: undefined, kind: undefined, root: undefined };
}

/** Names of files that hold a manifest and nothing else. */
const MANIFEST_NAME = /(?:^|[/\\])[^./\\]+$|\.(?:ya?ml|json|kubeconfig|conf)$/i;

const TOP_LEVEL_MARKS: readonly RegExp[] = [
  /^["']?clusters["']?[ \t]*:/m,
  /^["']?kind["']?[ \t]*:[ \t]*["']?(?:Pod|DaemonSet|Deployment)\b/m,
  /^["']?type["']?[ \t]*:[ \t]*["']?bootstrap\.kubernetes\.io\/token/m,
];

/**
 * What makes a document that cannot be parsed one of ours all the same: the group at its top, or anywhere in JSON. Where
 * there is no group its name must say that the file is a manifest.
 */
function isOurs(path: string, text: string): boolean {
  if (text.trimStart().startsWith('{') ? GROUPS.test(text) : TOP_LEVEL_GROUPS.test(text)) return true;
  const isMarked = OTHER_MARKS.some((mark) => mark.test(text)) && TOP_LEVEL_MARKS.some((mark) => mark.test(text));
  return isMarked && MANIFEST_NAME.test(path) && !text.startsWith('#!');
}
