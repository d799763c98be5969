import type { SourceText } from '../../text/sourceText';
import type { RbacDocument } from '../document';
import type { Word } from '../flags/word';
import type { Located, PolicyRule, RbacObject, RbacSubject } from '../rbacObject';
import { kubectlInsertion } from './kubectlInsertion';
import { optionsOf, type KubectlCall } from './kubectlCall';
import { kubectlRemoval } from './kubectlRemoval';
import type { ScriptVariables } from './scriptVariables';

const KINDS = {
  clusterrole: 'ClusterRole',
  role: 'Role',
  clusterrolebinding: 'ClusterRoleBinding',
  rolebinding: 'RoleBinding',
} as const;

/** What kubectl creates since 1.8; which version the API server keeps it in does not matter. */
const API_VERSION = 'rbac.authorization.k8s.io/v1';

const GROUP = 'rbac.authorization.k8s.io';

/** Groups that kubectl finds by asking the API server (`kubectl api-resources`), for what this program judges. */
const GROUP_OF_RESOURCE: Readonly<Record<string, string>> = {
  certificatesigningrequests: 'certificates.k8s.io',
  certificatesigningrequest: 'certificates.k8s.io',
  csr: 'certificates.k8s.io',
};

/** Returns the RBAC objects that kubectl commands create, each with the place where another command can follow. */
export function kubectlRbac(
  source: SourceText,
  calls: readonly KubectlCall[],
  variables: ScriptVariables,
): readonly RbacDocument[] {
  return calls.flatMap((call) => {
    const object = new RbacCall(call, variables).object();
    if (!object) return [];
    const insertion = kubectlInsertion(source, call);
    const { range, templated } = object;
    const removal = (): ReturnType<typeof kubectlRemoval> => kubectlRemoval(source, call);
    return [{ type: 'rbac', range, objects: [object], insertion, removal, templated } as const];
  });
}

/** One `kubectl create` command of an RBAC object (kubernetes kubectl, pkg/cmd/create/create_clusterrole.go and its kin). */
class RbacCall {
  #templated = false;

  constructor(
    readonly call: KubectlCall,
    readonly variables: ScriptVariables,
  ) {}

  object(): RbacObject | undefined {
    const [create, type, name] = this.call.names;
    if (create?.content.text !== 'create' || !type || !name) return undefined;
    const kind = Object.entries(KINDS).find(([key]) => key === type.content.text)?.[1];
    if (!kind) return undefined;
    const base = {
      apiVersion: API_VERSION,
      name: this.#located(name),
      namespace: this.#texts('namespace').at(-1)?.value,
      range: this.call.command.range,
    };
    const rest =
      kind === 'ClusterRole' || kind === 'Role'
        ? { kind, rules: this.#rules(), aggregates: this.#aggregates(), labels: {} }
        : { kind, roleRef: this.#roleRef(), subjects: this.#subjects() };
    return { templated: this.#templated, ...base, ...rest };
  }

  #rules(): readonly PolicyRule[] {
    const common = {
      resourceNames: this.#list('resource-name'),
      verbs: this.#list('verb'),
      range: this.call.command.range,
    };
    const byGroup = new Map<string, string[]>();
    for (const written of this.#list('resource')) {
      const { group, resource } = resourceOf(written);
      byGroup.set(group, [...(byGroup.get(group) ?? []), resource]);
    }
    const rules = [...byGroup].map(([group, resources]) => ({
      apiGroups: [group],
      resources,
      nonResourceURLs: [],
      ...common,
    }));
    const nonResourceURLs = this.#list('non-resource-url');
    if (nonResourceURLs.length === 0) return rules;
    return [...rules, { apiGroups: [], resources: [], nonResourceURLs, ...common, resourceNames: [] }];
  }

  #aggregates(): readonly Readonly<Record<string, string>>[] | undefined {
    const labels = this.#list('aggregation-rule').map((label) => {
      const [key = '', value = ''] = label.split('=', 2);
      return [key, value] as const;
    });
    return labels.length > 0 ? [Object.fromEntries(labels)] : undefined;
  }

  #roleRef(): { kind: string; name: Located<string>; range: Located<string>['range'] } {
    const role = this.#texts('role').at(-1);
    const name = role ?? this.#texts('clusterrole').at(-1) ?? { value: '', range: this.call.command.range };
    return { kind: role ? 'Role' : 'ClusterRole', name, range: name.range };
  }

  #subjects(): readonly RbacSubject[] {
    const named = (option: string, kind: string): readonly RbacSubject[] =>
      this.#texts(option).map(({ value, range }) => ({
        kind: { value: kind, range },
        name: { value, range },
        namespace: undefined,
        apiGroup: { value: GROUP, range },
        range,
      }));
    const accounts = this.#texts('serviceaccount').map(({ value, range }) => {
      const [namespace = '', name = ''] = value.split(':', 2);
      return {
        kind: { value: 'ServiceAccount', range },
        name: { value: name, range },
        namespace: { value: namespace, range },
        apiGroup: undefined,
        range,
      };
    });
    return [...named('user', 'User'), ...named('group', 'Group'), ...accounts];
  }

  #list(option: string): readonly string[] {
    return this.#texts(option).flatMap(({ value }) => value.split(',').filter((item) => item !== ''));
  }

  #texts(option: string): readonly Located<string>[] {
    return optionsOf(this.call, option).flatMap(({ value }) => (value ? [this.#located(value)] : []));
  }

  #located(word: Word): Located<string> {
    const { text, isKnown } = this.variables.fill(word);
    this.#templated ||= !isKnown;
    return { value: text, range: word.content.rangeOf() };
  }
}

/** `resource.group/subresource`. */
function resourceOf(written: string): { readonly group: string; readonly resource: string } {
  const [head = '', ...rest] = written.split('/');
  const dot = head.indexOf('.');
  const name = dot === -1 ? head : head.slice(0, dot);
  const known = Object.hasOwn(GROUP_OF_RESOURCE, name) ? GROUP_OF_RESOURCE[name] : undefined;
  const plural = known === undefined ? name : 'certificatesigningrequests';
  return { group: dot === -1 ? (known ?? '') : head.slice(dot + 1), resource: [plural, ...rest].join('/') };
}
