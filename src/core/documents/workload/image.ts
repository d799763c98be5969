import { componentNames, type ComponentName } from '../component';

const COMPONENT_IMAGE =
  /(?:^|\/)(kubelet|kube-controller-manager|kube-apiserver)(?:-(?:amd64|arm|arm64|ppc64le|s390x))?(?:[:@]|$)/;

/** Returns the component whose image this is: `registry.k8s.io/kube-apiserver:v1.29.3`; undefined for any other image. */
export function componentOfImage(image: string): ComponentName | undefined {
  const name = COMPONENT_IMAGE.exec(image)?.[1];
  return componentNames.find((component) => component === name);
}

const RELEASED_IMAGE =
  /(?:^|\/)(?:hyperkube|kubelet|kube-controller-manager|kube-apiserver)(?:-(?:amd64|arm|arm64|ppc64le|s390x))?:/;

/** Returns whether the tag of an image tells the release of a component: those of hyperkube and of the components do. */
export function tellsRelease(image: string): boolean {
  return RELEASED_IMAGE.test(image);
}
