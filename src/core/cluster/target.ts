import type { ParsedFile } from '../documents/document';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Release } from '../kubernetes/release';
import type { Target } from './cluster';
import { evidenceIn } from './evidence';

/** Returns the release to judge against: the one asked for, else the one the files name, else the newest known. */
export function chooseTarget(files: readonly ParsedFile[], asked: Release | 'auto', { releases }: Kubernetes): Target {
  if (asked !== 'auto') return { release: asked, source: 'option', evidence: undefined };
  const evidence = evidenceIn(files);
  if (evidence) return { release: evidence.release, source: 'evidence', evidence: evidence.origin };
  return { release: releases.newest, source: 'default', evidence: undefined };
}
