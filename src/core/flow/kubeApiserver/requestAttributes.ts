/** What a request is about, as kube-apiserver reads it from method and path. */
export interface RequestAttributes {
  readonly verb: 'get' | 'list' | 'create' | 'update' | 'patch' | 'delete';
  readonly apiGroup: string;
  /** With its subresource after a slash. */
  readonly resource: string;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const VERBS = { POST: 'create', PUT: 'update', PATCH: 'patch', DELETE: 'delete' } as const;

/** Returns what a request is about; undefined for a path that names no resource. */
export function requestAttributes(method: Method, path: string): RequestAttributes | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const isCore = parts[0] === 'api';
  if (!isCore && parts[0] !== 'apis') return undefined;
  const rest = parts.slice(isCore ? 2 : 3);
  const isNamespaced = rest[0] === 'namespaces' && rest.length > 2;
  const [resource, name, subresource] = isNamespaced ? rest.slice(2) : rest;
  if (resource === undefined) return undefined;
  return {
    verb: method === 'GET' ? (name === undefined ? 'list' : 'get') : VERBS[method],
    apiGroup: isCore ? '' : (parts[1] ?? ''),
    resource: subresource === undefined ? resource : `${resource}/${subresource}`,
    namespace: isNamespaced ? rest[1] : undefined,
    name,
  };
}
