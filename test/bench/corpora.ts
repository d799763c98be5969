import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SourceText } from '../../src/core/text/sourceText';
import {
  deployment,
  kubeadmConfiguration,
  kubeletConfiguration,
  operator,
  rbacDocuments,
  rbacList,
  series,
} from './manifests';

const below = (...folders: readonly string[]): readonly SourceText[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => new SourceText(path, readFileSync(path, 'utf8'))),
  );

const yamlOf = (files: readonly SourceText[]): readonly SourceText[] =>
  files.filter(({ path }) => /\.ya?ml$/.test(path));

const made = (name: string, texts: readonly string[]): readonly SourceText[] =>
  texts.map((text, index) => new SourceText(`${name}-${String(index)}.yaml`, text));

const ours = [
  ...yamlOf(below('media/samples')),
  ...made('rbac-list', [rbacList(300)]),
  ...made('rbac', [rbacDocuments(200)]),
  ...made('kubeadm', series(30, kubeadmConfiguration)),
  ...made('kubelet', series(30, kubeletConfiguration)),
];

const theirs = [...yamlOf(below('test/corpus')), ...made('deployment', series(50, deployment))];

/** YAML files by what they stand for: what a repository of a cluster holds, the kinds that are read, files of a few lines. */
export const yamlCorpora: Readonly<Record<string, readonly SourceText[]>> = {
  'as in a repository': [...ours, ...theirs, ...made('operator', series(30, operator))],
  'only kinds that are read': ours,
  'long lists of RBAC': made('rbac', [rbacList(300), rbacDocuments(200)]),
  'operators with their workloads': made('operator', series(30, operator)),
  'only other kinds': made('deployment', series(50, deployment)),
  'tiny examples of rules': yamlOf(below('src/core/lint/rules')),
};

/** Units, drop-ins, environment files and whatever else holds flags. */
export const flagFiles: readonly SourceText[] = below('media/samples', 'test/corpus', 'src/core/lint/rules').filter(
  ({ path }) => !/\.(?:ya?ml|json|md|ts)$/.test(path),
);
