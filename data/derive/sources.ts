import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Confidence, FlagComponent } from '../../src/core/kubernetes/data';

export interface ReleaseComponent {
  readonly confidence: Confidence;
  readonly accepted: readonly string[];
  readonly deprecated: readonly string[];
  readonly onlyInDocs?: readonly string[];
  readonly inferred?: readonly string[];
  readonly typesSource?: string;
  readonly types?: Readonly<Record<string, { readonly type: string; readonly default?: string }>>;
}

export interface ReleaseFile {
  readonly version: string;
  readonly components: Readonly<Record<FlagComponent, ReleaseComponent>>;
  readonly featureGates: Readonly<
    Record<string, { readonly stage: string; readonly default: boolean; readonly locked: boolean }>
  >;
}

export const COMPONENTS: readonly FlagComponent[] = ['kubelet', 'kube-controller-manager', 'kube-apiserver'];

/** The release files of the folder, oldest first; fails on a gap, since every range is read off neighbours. */
export function readReleases(folder: string): ReleaseFile[] {
  const files = readdirSync(join(folder, 'releases'))
    .map((name) => readJson(folder, join('releases', name)) as ReleaseFile)
    .sort((a, b) => minorOf(a.version) - minorOf(b.version));
  files.forEach((file, index) => {
    const before = files[index - 1];
    if (before && minorOf(file.version) !== minorOf(before.version) + 1) {
      throw new Error(`data/releases: no file between ${before.version} and ${file.version}`);
    }
  });
  return files;
}

export function readJson(folder: string, path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'));
}

/** 20 for `1.20`, also where words follow (`1.10 (present meaning)`). */
export function minorOf(version: string): number {
  const minor = /^1\.(\d+)/.exec(version)?.[1];
  if (minor === undefined) throw new Error(`Not a minor version: ${version}`);
  return Number(minor);
}

/** `1.4-1.8` or `1.4` as a range. */
export function rangeOf(versions: string): [from: number, to: number] {
  const [from = '', to = from] = versions.split('-');
  return [minorOf(from), minorOf(to)];
}

/** Consecutive numbers joined to ranges. */
export function rangesOf(minors: readonly number[]): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  for (const minor of minors) {
    const last = ranges.at(-1);
    if (last && last[1] + 1 === minor) last[1] = minor;
    else ranges.push([minor, minor]);
  }
  return ranges;
}
