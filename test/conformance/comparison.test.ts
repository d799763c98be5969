import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Timeline } from '../../src/core/flow/timeline';
import { differences } from './compare';
import { playRecording } from './play';
import { readRecording, type Recording } from './recording';

const recording = readRecording('05-rotation-selfnodeclient') as Recording;
const timeline = playRecording(recording);

function changed(change: (event: Timeline['events'][number]) => Timeline['events'][number] | undefined): Timeline {
  return { ...timeline, events: timeline.events.flatMap((event) => change(event) ?? []) };
}

/** A comparison that finds no fault with anything would make the table worthless. */
describe('the comparison notices', () => {
  const spoilt: Readonly<Record<string, Timeline>> = {
    'a missing request': changed((event) => (event.kind === 'csr-create' && event.t > 300 ? undefined : event)),
    'a wrong requester': changed((event) =>
      event.kind === 'csr-create' ? { ...event, details: { ...event.details, username: 'system:anonymous' } } : event,
    ),
    'another word': changed((event) =>
      event.message.startsWith('Successfully registered')
        ? { ...event, message: 'Successfully registered nodes' }
        : event,
    ),
    'a later event': changed((event) => (event.kind === 'node-ready' ? { ...event, t: event.t + 10 } : event)),
    'a missing file': { ...timeline, files: timeline.files.slice(1) },
    'an extra file': { ...timeline, files: [...timeline.files, { path: '/x', type: 'file', target: undefined }] },
    'a longer life': {
      ...timeline,
      certificates: timeline.certificates.map((one) => ({ ...one, notAfter: one.notAfter + 60 })),
    },
    'an earlier certificate': {
      ...timeline,
      certificates: timeline.certificates.map((one) => ({
        ...one,
        notBefore: one.notBefore - 60,
        notAfter: one.notAfter - 60,
      })),
    },
    'other modes': changed((event) =>
      event.kind === 'file-write' ? { ...event, details: { ...event.details, mode: '0666' } } : event,
    ),
  };
  it('nothing in what agrees', () => {
    assert.deepEqual(differences(recording, timeline), []);
  });
  for (const [what, wrong] of Object.entries(spoilt)) {
    it(what, () => {
      assert.notDeepEqual(differences(recording, wrong), []);
    });
  }
});

describe('the comparison of cleaners notices', () => {
  for (const [id, line] of [
    ['17-csrcleaner', 'Cleaning CSR "denied-2h-old"'],
    ['17-csrcleaner', 'Error while attempting to clean CSR "pending-25h-old"'],
    ['09l-tokencleaner', 'Deleting expired secret kube-system/bootstrap-token-07401a'],
  ] as const) {
    it(`a missing "${line}"`, () => {
      const cleaned = readRecording(id) as Recording;
      const played = playRecording(cleaned);
      const events = played.events.filter(({ message }) => !message.startsWith(line));
      assert.ok(events.length < played.events.length);
      assert.deepEqual(differences(cleaned, played), []);
      assert.notDeepEqual(differences(cleaned, { ...played, events }), []);
    });
  }
});
