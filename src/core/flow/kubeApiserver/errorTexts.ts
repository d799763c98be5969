import { minorOf, type Release } from '../../kubernetes/release';

/** A request to a cluster-scoped resource that RBAC refuses. */
export interface Refusal {
  readonly username: string;
  readonly verb: string;
  readonly resource: string;
  readonly apiGroup: string;
  /** Name of the object; undefined when the request names none. */
  readonly name?: string;
  readonly namespace?: string;
}

/** Returns the words of a 403 answer as each release says them (err.403.create; recorded for 1.20). */
export function forbiddenText(release: Release, refusal: Refusal): string {
  const { username, verb, resource, apiGroup, name, namespace } = refusal;
  const minor = minorOf(release);
  const whole = resource.split('/')[0] ?? resource;
  const qualified = apiGroup === '' ? whole : `${whole}.${apiGroup}`;
  const where = namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  const subject = name === undefined ? qualified : `${qualified} "${name}"`;
  if (minor <= 7) return `User "${username}" cannot ${verb} ${qualified} ${where}`;
  const what = minor <= 11 ? qualified : `resource "${resource}" in API group "${apiGroup}"`;
  return `${subject} is forbidden: User "${username}" cannot ${verb} ${what} ${where}`;
}

/** Returns the words of a 401 answer to the creation of a request (err.401; recorded for 1.20). */
export function unauthorizedText(release: Release): string {
  return minorOf(release) <= 8
    ? 'the server has asked for the client to provide credentials (post certificatesigningrequests.certificates.k8s.io)'
    : 'Unauthorized';
}
