import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { EncodedData } from '../../../../src/core/documents/encodedData';
import type { ReadRequest } from '../../../../src/core/documents/pkcs10/certificateRequest';
import { readRequest } from '../../../../src/core/documents/pkcs10/readRequest';
import { derOf, encoded, pemOf, requestFile } from './requestFiles';

const read = (text: string | Uint8Array): ReadRequest => readRequest(new EncodedData(encoded(text)));
const reasonOf = (answer: ReadRequest): string => (answer.state === 'unreadable' ? answer.reason : answer.state);

const KEY = pemOf('EC PRIVATE KEY', new Uint8Array(121).fill(7));
const client = requestFile('node-client');

const noNames = { dnsNames: [], ipAddresses: [], emailAddresses: [], uris: [], otherNames: 0 };

describe('requests that openssl made', () => {
  const cases = [
    ['node-client', { commonName: 'system:node:node-1', organizations: ['system:nodes'], key: 'ECDSA P-256' }],
    [
      'every-name',
      {
        commonName: 'system:node:node-1',
        organizations: ['system:nodes'],
        dnsNames: ['node-1', 'node-1.example.com'],
        ipAddresses: ['10.0.0.7', '2001:db8:0:0:0:0:0:1'],
        emailAddresses: ['a@example.com'],
        uris: ['spiffe://example.com/node'],
        otherNames: 1,
        key: 'ECDSA P-256',
      },
    ],
    [
      'rsa-two-organizations',
      { commonName: 'system:node:节点', organizations: ['system:nodes', 'extra'], key: 'RSA 2048' },
    ],
    ['ed25519-user', { commonName: 'jane', organizations: [], key: 'Ed25519' }],
    ['p384-without-subject', { commonName: '', organizations: [], key: 'ECDSA P-384' }],
  ] as const;
  for (const [name, expected] of cases) {
    it(name, () => {
      const request = { ...noNames, ...expected };
      assert.deepEqual(read(requestFile(name)), { state: 'read', request, follows: 'nothing' });
    });
  }

  it('line ends, text before the block and headers in it change nothing', () => {
    const plain = read(client);
    const headed = client.replace('-----\n', '-----\nComment: made by hand\n\n');
    for (const text of [client.replaceAll('\n', '\r\n'), `Certificate Request:\n${client}`, headed]) {
      assert.deepEqual(read(text), plain);
    }
  });
});

describe('what is no request has one reason', () => {
  const der = derOf(client);
  const changed = (at: number, ...bytes: readonly number[]): Uint8Array => {
    const copy = Uint8Array.from(der);
    copy.set(bytes, at);
    return copy;
  };
  const cases: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['nothing', '', 'no-pem'],
    ['text', 'not a request', 'no-pem'],
    ['DER without PEM', der, 'no-pem'],
    ['PEM without its end', client.replace('-----END', ''), 'no-pem'],
    ['a label that never ends', `-----BEGIN ${'A'.repeat(5000)}`, 'no-pem'],
    ['a certificate', pemOf('CERTIFICATE', der), 'other-pem'],
    ['the label of old programs', pemOf('NEW CERTIFICATE REQUEST', der), 'other-pem'],
    ['a private key', KEY, 'private-key'],
    ['a private key before the request', KEY + client, 'private-key'],
    ['an empty block', pemOf('CERTIFICATE REQUEST', new Uint8Array()), 'malformed'],
    ['something behind the request', pemOf('CERTIFICATE REQUEST', Uint8Array.from([...der, 5, 0])), 'malformed'],
    ['an indefinite length', pemOf('CERTIFICATE REQUEST', changed(1, 0x80)), 'malformed'],
    ['a length of many bytes', pemOf('CERTIFICATE REQUEST', changed(1, 0x88)), 'malformed'],
    ['a length longer than need be', pemOf('CERTIFICATE REQUEST', Uint8Array.from([0x30, 0x81, 2, 5, 0])), 'malformed'],
    ['a tag of several bytes', pemOf('CERTIFICATE REQUEST', changed(0, 0x3f)), 'malformed'],
    ['elements within elements', pemOf('CERTIFICATE REQUEST', nested(5000)), 'malformed'],
    ['more than anybody asks for', client.repeat(200), 'too-long'],
    ['ten million bytes', new Uint8Array(10_000_000), 'too-long'],
  ];
  for (const [name, text, reason] of cases)
    it(name, () => {
      assert.equal(reasonOf(read(text)), reason);
    });

  it('PEM that nobody encoded', () => {
    assert.equal(reasonOf(readRequest(new EncodedData(client))), 'not-base64');
    assert.equal(reasonOf(readRequest(new EncodedData(KEY))), 'not-base64');
  });

  it('a request cut off anywhere is malformed, and never anything else', () => {
    for (let length = 0; length < der.length; length += 1) {
      assert.equal(reasonOf(read(pemOf('CERTIFICATE REQUEST', der.slice(0, length)))), 'malformed', String(length));
    }
  });

  it('a request with any one byte changed is read or malformed', () => {
    for (let at = 0; at < der.length; at += 1) {
      for (const byte of [0, 0x30, 0x7f, 0x80, 0xff]) {
        assert.match(reasonOf(read(pemOf('CERTIFICATE REQUEST', changed(at, byte)))), /^(?:read|malformed)$/);
      }
    }
  });
});

describe('what follows the request does not count', () => {
  const followsOf = (text: string): string => {
    const answer = read(text);
    return answer.state === 'read' ? answer.follows : answer.reason;
  };
  it('another block', () => {
    assert.equal(followsOf(client + client), 'text');
  });
  it('a private key, which is not shown', () => {
    assert.equal(followsOf(client + KEY), 'private-key');
    assert.ok(!JSON.stringify(read(client + KEY)).includes(KEY.slice(40, 60)));
  });
});

/** Sequences within sequences, each with its right length. */
function nested(depth: number): Uint8Array {
  const reversed: number[] = [];
  for (let level = 0; level < depth; level += 1) {
    const length = reversed.length;
    const written = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
    reversed.push(...[0x30, ...written].reverse());
  }
  return Uint8Array.from(reversed.reverse());
}
