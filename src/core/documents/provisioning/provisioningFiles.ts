import type { SourceText } from '../../text/sourceText';
import type { EmbeddedFile } from '../embedded/embeddedFile';
import type { YamlNode } from '../yaml/node';
import { ansibleFiles } from './ansible';
import { cloudInitFiles } from './cloudInit';
import { ignitionFiles } from './ignition';

const LAYOUTS: readonly RegExp[] = [
  /^\uFEFF?(?:## template:[^\n]*\n)?#cloud-config/,
  /\bignition["']?[ \t]*:/,
  /^variant:[ \t]*\w/m,
  /^(?:systemd|storage):[ \t]*\r?$/m,
  /\bcluster\.x-k8s\.io\//,
];

/** A task with a module that writes text or runs a command. */
const TASK = /^[ \t-]*(?:ansible\.\w+\.)?(?:copy|blockinfile|lineinfile|shell|command):(?![ \t]*\[)/m;

const CONFIG_MAP = /^["']?kind["']?[ \t]*:[ \t]*["']?ConfigMap\b/m;

const PROGRAM = /kubelet|kubectl|kubeadm|kubeconfig|kube-(?:apiserver|controller-manager)/;

/** Text that files hold which write units or configurations to a node; looked for before anything is parsed. */
export const provisioningMark: Pick<RegExp, 'test'> = {
  test: (text) =>
    /kube/i.test(text) &&
    (LAYOUTS.some((layout) => layout.test(text)) ||
      (PROGRAM.test(text) && (CONFIG_MAP.test(text) || isTaskList(text)))),
};

/** Playbooks and files of tasks are lists at their top. */
function isTaskList(text: string): boolean {
  return /^\uFEFF?-[ \t]/m.test(text) && TASK.test(text);
}

/** Returns the files that cloud-init, Ignition or Ansible write to a node; nothing for any other document. */
export function provisioningFiles(source: SourceText, root: YamlNode): readonly EmbeddedFile[] {
  return [cloudInitFiles, ignitionFiles, ansibleFiles].flatMap((find) => find(source, root));
}
