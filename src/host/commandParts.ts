import type { Kubernetes } from '../core/kubernetes/kubernetes';
import type { ClusterFolders } from './clusterFolders';
import type { EngineParts } from './engineParts';
import type { FilePlays } from './filePlays';
import type { Lab } from './lab/lab';
import type { Player } from './player/player';
import type { Transcripts } from './player/transcripts';
import type { WorkspaceCheck } from './workspaceCheck';

/** What commands are made of. */
export interface CommandParts extends EngineParts {
  readonly kubernetes: Kubernetes;
  readonly folders: ClusterFolders;
  readonly plays: FilePlays;
  readonly lab: Lab;
  readonly player: Player;
  readonly transcripts: Transcripts;
  readonly workspaceCheck: WorkspaceCheck;
}
