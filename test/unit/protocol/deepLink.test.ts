import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deepLink, readDeepLink } from '../../../src/core/protocol/deepLink';

test('a link to a place is read as it was written', () => {
  for (const place of [
    { scenario: 'one-year-bomb', step: 'expire', whatIfs: [] },
    {
      scenario: 'one-year-bomb',
      step: 'rotate',
      release: '1.21',
      whatIfs: ['rotateCertificates=true', 'node-off=1d..2d'],
    },
    { scenario: 'today', step: undefined, whatIfs: ['controllers=*,-csrapproving', 'cluster-signing-key-file='] },
    { scenario: 'era-1.7', step: undefined, whatIfs: [] },
  ] as const) {
    const [path = '', query = ''] = deepLink(place).split('?');
    assert.deepEqual(readDeepLink(path, query), place);
  }
});

test('a link that names anything but known ids is none', () => {
  for (const [path, query] of [
    ['/play', ''],
    ['/play', 'scenario='],
    ['/play', 'scenario=workspace'],
    ['/play', 'scenario=today&folder=file:///etc'],
    ['/play', 'scenario=today&step=format-disk'],
    ['/play', 'scenario=today&step=__proto__'],
    ['/play', 'scenario=constructor'],
    ['/play', 'scenario=today&'],
    ['/play', 'scenario=today&release=latest'],
    ['/play', 'scenario=today&release=1.20;rm'],
    ['/play', 'scenario=today&what-if='],
    ['/play', 'scenario=today&what-if=rotateCertificates=true;everything=1'],
    ['/play', 'scenario=today&what-if=rotateCertificates=maybe'],
    ['/play', 'scenario=today&what-if=rotate-certificates=true'],
    ['/play', 'scenario=today&what-if=controllers=<b>'],
    ['/run', 'scenario=today'],
    ['', 'scenario=today'],
  ] as const) {
    assert.equal(readDeepLink(path, query), undefined, `${path}?${query}`);
  }
});
