import type { Cluster } from '../../cluster/cluster';
import type { Release } from '../../kubernetes/release';
import type { Message } from '../../messages/message';

/** One real setting that a reader can turn over, to see what would come of it. */
export interface WhatIf {
  /** Returns whether the setting exists in a release and does something there. */
  exists(release: Release): boolean;
  /** Returns what it would be instead of what it is, in words; undefined when the files do not say what it is. */
  instead(cluster: Cluster): Message | undefined;
  /** Returns the cluster as it would be with the setting turned over. */
  apply(cluster: Cluster): Cluster;
}
