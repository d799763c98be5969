import type { FileKind } from './document';
import { environmentFile } from './environment/environmentFile';
import { kubernetesYaml } from './kubernetesYaml/kubernetesYaml';
import { systemdUnit } from './systemd/systemdUnit';
import { tokenFile } from './tokenFile/tokenFile';

/** All file kinds, in the order in which they are asked whether a file is theirs. */
export const fileKinds: readonly FileKind[] = [kubernetesYaml, systemdUnit, environmentFile, tokenFile];
