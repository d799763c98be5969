import type { FlagComponent, PurposesData } from '../../src/core/kubernetes/data';

/** purposes.json, as far as it is used here. */
export interface PurposeFacts {
  readonly flags: readonly { readonly component: FlagComponent; readonly flag: string; readonly text: string }[];
  readonly gates: readonly { readonly gate: string; readonly text: string }[];
  readonly fields: readonly { readonly field: string; readonly text: string }[];
  readonly roles: readonly { readonly role: string; readonly text: string }[];
  readonly signers: readonly { readonly signer: string; readonly text: string }[];
}

export function derivePurposes({ flags, gates, fields, roles, signers }: PurposeFacts): PurposesData {
  const rows: readonly (readonly [string, string])[] = [
    ...flags.map(({ component, flag, text }) => [`purpose.flag.${component}.${flag}`, text] as const),
    ...gates.map(({ gate, text }) => [`purpose.gate.${gate}`, text] as const),
    ...fields.map(({ field, text }) => [`purpose.field.${field}`, text] as const),
    ...roles.map(({ role, text }) => [`purpose.role.${role}`, text] as const),
    ...signers.map(({ signer, text }) => [`purpose.signer.${signer}`, text] as const),
  ];
  return Object.fromEntries(rows);
}
