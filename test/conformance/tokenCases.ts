import assert from 'node:assert/strict';

import { readFile } from '../../src/core/documents/readFile';
import { tokenText } from '../../src/core/documents/secretText';
import { userOfSecret } from '../../src/core/flow/kubeApiserver/userOfSecret';
import { SourceText } from '../../src/core/text/sourceText';
import { readRecording } from './recording';

/** One token shown to kube-apiserver (09m-bootstrap-token-apiserver-reasons). */
export interface TokenCase {
  readonly case: string;
  readonly secret: {
    readonly type: string;
    readonly stringData: Readonly<Record<string, string>>;
    readonly name?: string;
  };
  readonly token: string;
  readonly httpStatus: number;
  readonly user: { readonly username?: string; readonly groups?: readonly string[] };
}

/** Returns the recorded cases, in their order. */
export function tokenCases(): readonly TokenCase[] {
  return (readRecording('09m-bootstrap-token-apiserver-reasons') as { readonly cases: readonly TokenCase[] }).cases;
}

/** Whom a token stands for; undefined when it is refused. */
export interface TokenUser {
  readonly username: string | undefined;
  readonly groups: readonly string[] | undefined;
}

/** Returns whom the token stood for. */
export function recordedUser({ httpStatus, user }: TokenCase): TokenUser | undefined {
  return httpStatus === 401 ? undefined : { username: user.username, groups: user.groups };
}

/** Returns whom the simulation takes it for. */
export function simulatedUser({ secret: { type, stringData, name }, token }: TokenCase): TokenUser | undefined {
  const metadata = { name: name ?? `bootstrap-token-${stringData['token-id'] ?? ''}`, namespace: 'kube-system' };
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata, type, stringData });
  const [document] = readFile(new SourceText('secret.json', text)).documents;
  const { bootstrap } = tokenText(token);
  if (document?.type !== 'bootstrap-token') assert.fail('no Secret of a bootstrap token');
  const user = bootstrap && userOfSecret(document, bootstrap, Date.UTC(2026, 10, 23, 19));
  return user && { username: user.username, groups: [...user.groups, 'system:authenticated'] };
}
