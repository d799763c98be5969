import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Release } from '../kubernetes/release';
import type { SourceText } from '../text/sourceText';

/** What settings are judged with. */
export interface ClusterFacts {
  readonly kubernetes: Kubernetes;
  readonly release: Release;
  readonly sources: ReadonlyMap<string, SourceText>;
}
