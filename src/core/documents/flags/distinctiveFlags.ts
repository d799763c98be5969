import type { Word } from './word';
import { componentNames, type ComponentName } from '../component';
import { knownFlag } from './flagTypes';

/** Flags that in all releases belong to one of the three components, and to no other program that runs beside them. */
export const distinctiveFlags: Readonly<Record<ComponentName, readonly string[]>> = {
  kubelet: [
    'bootstrap-kubeconfig',
    'cgroup-driver',
    'cluster-dns',
    'container-runtime-endpoint',
    'experimental-bootstrap-kubeconfig',
    'network-plugin',
    'pod-infra-container-image',
    'pod-manifest-path',
    'register-node',
    'require-kubeconfig',
    'rotate-certificates',
    'rotate-server-certificates',
  ],
  'kube-controller-manager': [
    'allocate-node-cidrs',
    'cluster-signing-cert-file',
    'cluster-signing-key-file',
    'controllers',
    'experimental-cluster-signing-duration',
    'node-monitor-grace-period',
    'root-ca-file',
    'service-account-private-key-file',
    'use-service-account-credentials',
  ],
  'kube-apiserver': [
    'admission-control',
    'enable-admission-plugins',
    'enable-bootstrap-token-auth',
    'etcd-servers',
    'experimental-bootstrap-token-auth',
    'kubelet-certificate-authority',
    'kubelet-client-certificate',
    'kubelet-https',
    'service-node-port-range',
    'token-auth-file',
  ],
};

/** Returns the component that the flags among these words can only be for, or undefined. */
export function componentOfFlags(words: readonly Word[]): ComponentName | undefined {
  const names = flagNamesIn(words);
  return componentNames.find((component) => names.some((name) => distinctiveFlags[component].includes(name)));
}

/** Returns whether every flag among these words is one that some release of the component has, and there is one. */
export function allKnownTo(component: ComponentName, words: readonly Word[]): boolean {
  const names = flagNamesIn(words);
  return names.length > 0 && names.every((name) => knownFlag(component, name) !== undefined);
}

/** Returns the component that has all flags among these words in some release, when this one has none of them in any. */
export function onlyOtherOwner(component: ComponentName, words: readonly Word[]): ComponentName | undefined {
  if (flagNamesIn(words).some((name) => knownFlag(component, name))) return undefined;
  const owners = componentNames.filter((name) => allKnownTo(name, words));
  return owners.length === 1 ? owners[0] : undefined;
}

function flagNamesIn(words: readonly Word[]): readonly string[] {
  return words.flatMap(({ content }) => /^--([a-zA-Z][\w-]*)/.exec(content.text)?.[1]?.replaceAll('_', '-') ?? []);
}
