import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { certificatePem } from '../../../../src/core/certificates/pem';
import { EncodedData } from '../../../../src/core/documents/encodedData';
import { certificateValidity } from '../../../../src/core/documents/pkcs10/certificateValidity';

const { crypto } = globalThis;
const encoded = (text: string): EncodedData => new EncodedData(Buffer.from(text).toString('base64'));

function pemOf(notBefore: number, notAfter: number): Promise<string> {
  return certificatePem(
    {
      commonName: 'system:node:node-1',
      organizations: ['system:nodes'],
      sans: ['node-1'],
      key: 1,
      usages: ['digital signature', 'server auth'],
      issuer: { kind: 'cluster', commonName: 'kubernetes-ca' },
      notBefore,
      notAfter,
    },
    crypto,
  );
}

describe('validity of a certificate', () => {
  for (const [notBefore, notAfter] of [
    [Date.UTC(2026, 0, 1), Date.UTC(2027, 5, 30, 12, 34, 56)],
    [Date.UTC(1999, 11, 31), Date.UTC(2077, 0, 1)],
  ] as const) {
    it(`until ${new Date(notAfter).toISOString()}`, async () => {
      const pem = await pemOf(notBefore, notAfter);
      assert.deepEqual(certificateValidity(encoded(pem)), { notBefore, notAfter });
    });
  }

  it('is not known where it is cut, changed or something else', async () => {
    const pem = await pemOf(0, 1000);
    const lines = pem.split('\n');
    const broken = lines.map((line, index) => (index === 0 ? line : line.replace(/^(.{8})..../, '$1////'))).join('\n');
    for (const text of ['', 'x', pem.slice(0, 300), broken, '-----BEGIN A-----\nMIID\n-----END A-----']) {
      assert.equal(certificateValidity(encoded(text)), undefined, text);
    }
    assert.equal(certificateValidity(new EncodedData('%%%')), undefined);
  });
});
