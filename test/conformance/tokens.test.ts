import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { userOfSecret } from '../../src/core/flow/kubeApiserver/bootstrapTokenSecret';
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

describe('bootstrap tokens, as the recorded API server took them', () => {
  for (const recorded of cases) {
    it(recorded.case, () => {
      const [, id = '', secret = ''] = /^([a-z0-9]{6})\.([a-z0-9]{16})$/.exec(recorded.token) ?? [];
      const user = userOfSecret(
        {
          name: recorded.secret.name ?? `bootstrap-token-${recorded.secret.stringData['token-id'] ?? ''}`,
          namespace: 'kube-system',
          type: recorded.secret.type,
          values: new Map(Object.entries(recorded.secret.stringData)),
        },
        id,
        secret,
        Date.UTC(2026, 10, 23, 19),
      );
      assert.equal(user !== undefined, recorded.httpStatus !== 401);
      if (user === undefined) return;
      assert.deepEqual([...user.groups, 'system:authenticated'], recorded.user.groups);
      assert.equal(user.username, recorded.user.username);
    });
  }
});
