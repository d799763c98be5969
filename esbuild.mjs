import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { mermaidSequenceOnly } from './webview/mermaidBundle.mjs';

const flags = new Set(process.argv.slice(2));
const debug = flags.has('--debug');

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  minify: !debug,
  sourcemap: debug ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
};

/** @type {esbuild.BuildOptions} */
const host = {
  ...common,
  format: 'cjs',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  outdir: 'dist',
};

/**
 * Leaves one module out of a bundle and requires it from a file beside it: the engine is loaded with the first file of
 * ours, the facts with the engine.
 * @param {RegExp} filter
 * @param {string} file
 */
const apart = (filter, file) => ({
  name: `apart-${file}`,
  setup(build) {
    build.onResolve({ filter }, ({ kind }) => (kind === 'entry-point' ? undefined : { path: file, external: true }));
  },
});

/** The clusters of the lab are read by its file system and by the engine, whichever comes first. */
const exercisesApart = apart(/\/lab\/exercises\/index$/, './exercises.cjs');

/** What makes PEM is loaded when somebody copies one; a browser's host has no files beside it, and only runs it then. */
const certificatesApart = apart(/\/core\/certificates\/pem$/, './certificates.cjs');

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  {
    ...host,
    entryPoints: { extension: 'src/extension.ts' },
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    plugins: [apart(/\/host\/engine$/, './engine.cjs'), exercisesApart],
  },
  {
    ...host,
    entryPoints: { engine: 'src/host/engine.ts' },
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    plugins: [apart(/\/kubernetesData$/, './kubernetes.cjs'), exercisesApart, certificatesApart],
    supported: { 'dynamic-import': false },
  },
  { ...host, entryPoints: { kubernetes: 'src/core/kubernetes/kubernetesData.ts' }, outExtension: { '.js': '.cjs' } },
  {
    ...host,
    entryPoints: { certificates: 'src/core/certificates/pem.ts' },
    outExtension: { '.js': '.cjs' },
    platform: 'node',
  },
  {
    ...host,
    entryPoints: { exercises: 'src/core/lab/exercises/index.ts' },
    outExtension: { '.js': '.cjs' },
    platform: 'node',
  },
  { ...host, entryPoints: { web: 'src/extension.ts' } },
  {
    ...common,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...common,
    entryPoints: { player: 'webview/main.ts' },
    outdir: 'dist',
    format: 'iife',
    platform: 'browser',
    plugins: [mermaidSequenceOnly()],
  },
  { ...common, entryPoints: { player: 'webview/styles/player.css' }, outdir: 'dist' },
];

/** @type {esbuild.BuildOptions[]} */
const testBundles = [
  {
    ...common,
    minify: false,
    sourcemap: 'inline',
    entryPoints: { host: 'test/host/index.ts' },
    outdir: '.cache/test',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
  },
];

/**
 * Collects the rules' pages of one language into the one file that the host shows them from.
 * @param {string} language
 * @param {string} page
 */
async function writeRulePages(language, page) {
  const folder = 'src/core/lint/rules';
  const pages = {};
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name, page);
    if (existsSync(path)) pages[entry.name] = await readFile(path, 'utf8');
  }
  await writeFile(`dist/rules.${language}.json`, JSON.stringify(pages));
}

/** Collects the sample clusters into the one file that the host serves them from. */
async function writeSamples() {
  const folder = 'media/samples';
  const samples = {};
  for (const sample of (await readdir(folder)).sort()) {
    samples[sample] = {};
    for (const file of (await readdir(join(folder, sample))).sort()) {
      samples[sample][file] = await readFile(join(folder, sample, file), 'utf8');
    }
  }
  await writeFile('dist/samples.json', JSON.stringify(samples));
}

async function build() {
  await rm('dist', { recursive: true, force: true });
  await mkdir('dist', { recursive: true });
  const wanted =
    flags.has('--tests') || debug
      ? [...bundles, ...testBundles.filter(() => existsSync('test/host/index.ts'))]
      : bundles;
  await Promise.all([
    ...wanted.map((options) => esbuild.build(options)),
    writeRulePages('en', 'README.md'),
    writeRulePages('zh-cn', 'README.zh-cn.md'),
    writeSamples(),
  ]);
}

async function watch() {
  await build();
  const contexts = await Promise.all([...bundles, ...testBundles].map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
}

await (flags.has('--watch') ? watch() : build());
