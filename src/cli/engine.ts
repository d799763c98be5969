import { createKubernetes, type Kubernetes } from '../core/kubernetes/kubernetes';
import { kubernetesData } from '../core/kubernetes/kubernetesData';

let made: Kubernetes | undefined;

/** Returns what is known of Kubernetes; made at the first call, since `--help` has no need of it. */
export function kubernetes(): Kubernetes {
  made ??= createKubernetes(kubernetesData);
  return made;
}
