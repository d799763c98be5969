import type { FileKind } from './document';
import { environmentFile } from './environment/environmentFile';
import { kubernetesYaml } from './kubernetesYaml/kubernetesYaml';
import { shellScript } from './shellScript/shellScript';
import { systemdUnit } from './systemd/systemdUnit';
import { tokenFile } from './tokenFile/tokenFile';

/** All file kinds, in the order in which they are asked whether a file is theirs. */
export const fileKinds: readonly FileKind[] = [shellScript, kubernetesYaml, systemdUnit, environmentFile, tokenFile];
