import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { readFile } from '../../src/core/documents/readFile';
import { tokenText } from '../../src/core/documents/secretText';
import { userOfSecret } from '../../src/core/flow/kubeApiserver/userOfSecret';
import { SourceText } from '../../src/core/text/sourceText';
import { readRecording } from './recording';

interface TokenCase {
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

const { cases } = readRecording('09m-bootstrap-token-apiserver-reasons') as { readonly cases: readonly TokenCase[] };

function userOf({ secret: { type, stringData, name }, token }: TokenCase) {
  const metadata = { name: name ?? `bootstrap-token-${stringData['token-id'] ?? ''}`, namespace: 'kube-system' };
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata, type, stringData });
  const [document] = readFile(new SourceText('secret.json', text)).documents;
  const { bootstrap } = tokenText(token);
  if (document?.type !== 'bootstrap-token') assert.fail('no Secret of a bootstrap token');
  return bootstrap && userOfSecret(document, bootstrap, Date.UTC(2026, 10, 23, 19));
}

describe('bootstrap tokens, as the recorded API server took them', () => {
  for (const recorded of cases) {
    it(recorded.case, () => {
      const user = userOf(recorded);
      assert.equal(user !== undefined, recorded.httpStatus !== 401);
      if (user === undefined) return;
      assert.deepEqual([...user.groups, 'system:authenticated'], recorded.user.groups);
      assert.equal(user.username, recorded.user.username);
    });
  }
});
