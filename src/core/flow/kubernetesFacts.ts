import { createKubernetes } from '../kubernetes/kubernetes';
import { kubernetesData } from '../kubernetes/kubernetesData';

/** What is known of Kubernetes: a simulation asks for built-in roles, flags and gates of the release it plays. */
export const kubernetes = createKubernetes(kubernetesData);
