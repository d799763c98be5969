import type { BindingData, PolicyRuleData, RbacData, SubjectData } from '../../src/core/kubernetes/data';
import { minorOf } from './sources';

interface Span {
  readonly from: string;
  readonly to: string;
}

interface Binding {
  readonly name: string;
  readonly roleRef?: string | null;
  readonly ranges?: readonly (Span & { readonly subjects: readonly SubjectData[] })[];
}

/** rbac.json, as far as it is used here. */
export interface RbacFacts {
  readonly clusterRoles: readonly {
    readonly name: string;
    readonly byVersion: readonly (Span & {
      readonly rules: readonly PolicyRuleData[];
      readonly rulesAreExcerpt?: boolean;
      readonly onlyWithGate?: string;
    })[];
  }[];
  readonly clusterRoleBindings: readonly Binding[];
  readonly kubeadmBindings: readonly Binding[];
  readonly signers: readonly {
    readonly signerName: string;
    readonly since: string;
    readonly autoApproved: boolean | string;
    readonly requirements?: string;
  }[];
}

export function deriveRbac(facts: RbacFacts): RbacData {
  return {
    clusterRoles: Object.fromEntries(
      facts.clusterRoles.map(({ name, byVersion }) => [
        name,
        byVersion.map((span) => ({
          from: minorOf(span.from),
          to: minorOf(span.to),
          rules: span.rules,
          ...(span.rulesAreExcerpt === true && { excerpt: true as const }),
          ...(span.onlyWithGate !== undefined && { onlyWithGate: span.onlyWithGate }),
        })),
      ]),
    ),
    bindings: facts.clusterRoleBindings.flatMap(bindingData),
    kubeadmBindings: facts.kubeadmBindings.flatMap(bindingData),
    signers: facts.signers.map(({ signerName, since, autoApproved, requirements }) => ({
      name: signerName,
      from: minorOf(since),
      autoApproved: autoApproved !== false,
      ...(requirements !== undefined && { requirements }),
    })),
  };
}

function bindingData({ name, roleRef, ranges }: Binding): BindingData[] {
  if (typeof roleRef !== 'string' || !ranges) return [];
  const spans = ranges.map(({ from, to, subjects }) => ({ from: minorOf(from), to: minorOf(to), subjects }));
  return [{ name, roleRef, spans }];
}
