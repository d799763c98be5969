import type { ComponentInView, InFile } from '../cluster/cluster';
import type { CommandLine, Flag } from '../documents/commandLine';

/** Flags that stand where the others about certificates belong. */
const anchors: Readonly<Record<ComponentInView['component'], readonly string[]>> = {
  kubelet: ['bootstrap-kubeconfig', 'experimental-bootstrap-kubeconfig', 'kubeconfig'],
  'kube-controller-manager': ['cluster-signing-cert-file', 'cluster-signing-key-file', 'kubeconfig'],
  'kube-apiserver': ['client-ca-file', 'token-auth-file'],
};

/** Returns the command line a new flag belongs on: beside the flags it goes with, else the last with flags, else any. */
export function commandLineToExtend(component: ComponentInView): InFile<CommandLine> | undefined {
  const anchor = anchors[component.component].flatMap((name) => component.flags(name))[0];
  const lines = component.commandLines;
  return (
    lines.find(({ value }) => anchor && holds(value, anchor.value)) ??
    lines.findLast(({ value }) => value.arguments.some(({ type }) => type === 'flag')) ??
    lines[0]
  );
}

/** Returns the command line that a flag stands on; undefined for a flag of another component. */
export function commandLineOf(component: ComponentInView, flag: Flag): InFile<CommandLine> | undefined {
  return component.commandLines.find(({ value }) => holds(value, flag));
}

function holds(line: CommandLine, flag: Flag): boolean {
  return line.arguments.some((argument) => argument.type === 'flag' && argument.flag === flag);
}
