import type { ComponentName } from '../component';
import { onlyOtherOwner } from './distinctiveFlags';
import type { Word } from './word';

const BY_NAME: readonly (readonly [pattern: RegExp, component: ComponentName])[] = [
  [/CONTROLLER_?MANAGER|(?:^|_)KCM(?:_|$)/, 'kube-controller-manager'],
  [/KUBE_?API|API_?SERVER/, 'kube-apiserver'],
  [/KUBELET/, 'kubelet'],
];

const OTHER_PROGRAMS =
  /PROXY|SCHEDULER|ETCD|DOCKER|CONTAINERD|CRIO|FLANNEL|CALICO|CLOUD_?CONTROLLER|KUBEADM(?!_ARGS)|KUBECTL/;

const BY_FILE: readonly (readonly [pattern: RegExp, component: ComponentName])[] = [
  [/controller-?manager/, 'kube-controller-manager'],
  [/kube-?api-?server|(?:^|[^a-z])apiserver/, 'kube-apiserver'],
  [/kubelet/, 'kubelet'],
];

/** Names that people give to the arguments of whichever program the file is for. */
const GENERIC = /^(?:DAEMON|EXTRA|KUBE|K8S)?_?(?:ARGS|OPTS|OPTIONS|FLAGS|ARGUMENTS|EXTRA_ARGS)$/;

/**
 * Returns the component that a variable is for: the one its name speaks of first, unless the flags in it can only be for
 * another one (`KUBELET_PORT="--kubelet-port=10250"`). Undefined when the name speaks of none or of another program.
 */
export function componentOfVariable(name: string, words: readonly Word[]): ComponentName | undefined {
  const upper = name.toUpperCase();
  if (OTHER_PROGRAMS.test(upper)) return undefined;
  const named = BY_NAME.flatMap(([pattern, component]) => {
    const at = upper.search(pattern);
    return at === -1 ? [] : [{ component, at }];
  });
  const first = named.sort((a, b) => a.at - b.at)[0]?.component;
  return first && (onlyOtherOwner(first, words) ?? first);
}

/** Returns whether a variable's name says no more than that it holds arguments, such as `DAEMON_ARGS`. */
export function isGenericVariable(name: string): boolean {
  return GENERIC.test(name.toUpperCase());
}

/** Returns whether a variable's name speaks of Kubernetes, and of no component or other program: `KUBE_LOG_LEVEL`. */
export function isSharedVariable(name: string): boolean {
  const upper = name.toUpperCase();
  return (
    upper.includes('KUBE') && ![...BY_NAME.map(([pattern]) => pattern), OTHER_PROGRAMS].some((one) => one.test(upper))
  );
}

/** Returns whether a variable's name says that it holds arguments, so that it counts even when empty. */
export function takesArguments(name: string): boolean {
  return /(?:ARGS|OPTS|OPTIONS|FLAGS|ARGUMENTS)$/i.test(name);
}

/** Returns the component that the last part of a path names (`/etc/sysconfig/kubelet`), or undefined. */
export function componentOfPath(path: string): ComponentName | undefined {
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  return BY_FILE.find(([pattern]) => pattern.test(file))?.[1];
}
