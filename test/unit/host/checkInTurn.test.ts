import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkInTurn } from '../../../src/host/checkInTurn';

const nobody = { isCancellationRequested: false };

function unexpected(_item: unknown, error: unknown): never {
  throw error;
}

test('all items are checked, and what is told grows to less than a hundred percent', async () => {
  const items = Array.from({ length: 250 }, (_, index) => index);
  const seen: number[] = [];
  const told: number[] = [];
  const check = (item: number) => Promise.resolve(void seen.push(item));
  const isWhole = await checkInTurn(items, { check, fail: unexpected }, (_, more) => told.push(more), nobody);
  assert.equal(isWhole, true);
  assert.deepEqual(seen, items);
  assert.equal(told.length, 99);
  assert.equal(
    told.reduce((sum, more) => sum + more, 0),
    99,
  );
});

test('a check that is cancelled stops before the next item', async () => {
  const watch = { isCancellationRequested: false };
  const seen: string[] = [];
  const check = (item: string) => {
    seen.push(item);
    watch.isCancellationRequested = item === 'b';
    return Promise.resolve();
  };
  assert.equal(await checkInTurn(['a', 'b', 'c'], { check, fail: unexpected }, () => undefined, watch), false);
  assert.deepEqual(seen, ['a', 'b']);
});

test('an item that fails does not stop the others', async () => {
  const failed: string[] = [];
  const seen: string[] = [];
  const check = (item: string) => {
    if (item === 'a') return Promise.reject(new Error('unreadable'));
    seen.push(item);
    return Promise.resolve();
  };
  const fail = (item: string, error: unknown) => failed.push(`${item}: ${String(error)}`);
  assert.equal(await checkInTurn(['a', 'b'], { check, fail }, () => undefined, nobody), true);
  assert.deepEqual([seen, failed], [['b'], ['a: Error: unreadable']]);
});

test('others come in between', async () => {
  const order: string[] = [];
  const check = (item: string) => Promise.resolve(void order.push(item));
  const done = checkInTurn(['a', 'b', 'c'], { check, fail: unexpected }, () => undefined, nobody);
  setTimeout(() => order.push('typed'), 0);
  await done;
  assert.notEqual(order.at(-1), 'typed');
});
