import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { scriptApprover, type AskedOnce } from '../../../src/core/cluster/csrApprovers';
import type { Release } from '../../../src/core/kubernetes/release';
import { clusterOf } from './reading';

const asked: readonly AskedOnce[] = ['first', 'renewal', 'serving'];

/** Whether scripts approve a node's first request, its renewals, and serving requests. */
function answers(files: Readonly<Record<string, string>>, release: Release = '1.30'): string {
  const cluster = clusterOf(files, release);
  return asked.map((one) => scriptApprover(cluster, one)?.answer ?? 'no').join(' ');
}

const script = (text: string): string => `#!/bin/sh\n${text}\n`;
const EVERY = 'kubectl get csr -o name | xargs kubectl certificate approve';
const SOME = 'kubectl get csr | grep worker | xargs kubectl certificate approve';
const SERVING = 'kubectl get csr | grep kubernetes.io/kubelet-serving | xargs kubectl certificate approve';
const inLoop = (command: string): string => script(`while true; do\n  ${command}\n  sleep 60\ndone`);

describe('what scripts approve', () => {
  const cases: readonly (readonly [name: string, files: Readonly<Record<string, string>>, expected: string])[] = [
    ['nothing', { 'a.sh': script('kubectl get csr') }, 'no no no'],
    ['what waits when it runs', { 'a.sh': script(EVERY) }, 'yes no no'],
    ['some of what waits', { 'a.sh': script(SOME) }, 'unknown no no'],
    ['what waits, over and over', { 'a.sh': inLoop(EVERY) }, 'yes yes yes'],
    ['some of it, over and over', { 'a.sh': inLoop(SOME) }, 'unknown unknown unknown'],
    ['serving requests', { 'a.sh': script(SERVING) }, 'no no unknown'],
    ['serving requests, over and over', { 'a.sh': inLoop(SERVING) }, 'no no unknown'],
    ['hourly', { 'etc/cron.hourly/approve': script(EVERY) }, 'yes yes yes'],
    ['in a function that nobody calls', { 'a.sh': script(`f() {\n  ${EVERY}\n}`) }, 'yes unknown unknown'],
    ['a first request', { 'a.sh': script('kubectl certificate approve node-csr-a') }, 'unknown no no'],
    ['a request of the certificate manager', { 'a.sh': script('kubectl certificate approve csr-a') }, 'no no unknown'],
    ['a user', { 'a.sh': script('kubectl certificate approve jane') }, 'no no no'],
    ['the better of two', { 'a.sh': script(SOME), 'b.sh': inLoop(EVERY) }, 'yes yes yes'],
  ];
  for (const [name, files, expected] of cases) {
    it(name, () => {
      assert.equal(answers(files), expected);
    });
  }

  it('in the scripts of cloud-init and Ansible', () => {
    const cloudInit = `#cloud-config\nruncmd:\n  - ${EVERY}\n`;
    const playbook = `- hosts: masters\n  tasks:\n    - name: Approve\n      shell: ${EVERY}\n`;
    assert.equal(answers({ 'user-data.yaml': cloudInit }), 'yes no no');
    assert.equal(answers({ 'site.yaml': playbook }), 'yes no no');
  });

  it('before 1.7 a first request has a name as any other', () => {
    assert.equal(answers({ 'a.sh': script('kubectl certificate approve csr-a') }, '1.6'), 'unknown no unknown');
  });
});
