import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { generate } from '../../../data/generate';
import { createKubernetes, type KubernetesData } from '../../../src/core/kubernetes/kubernetes';
import { minorOf, releaseOf } from '../../../src/core/kubernetes/release';
import { kubernetes } from './knowledge';

const folder = mkdtempSync(join(tmpdir(), 'kubernetes-data-'));
after(() => {
  rmSync(folder, { recursive: true });
});

interface EditableRelease {
  version: string;
  components: { kubelet: { accepted: string[]; deprecated: string[] } };
}

test('a new release is one new file', () => {
  const { newest } = kubernetes.releases;
  const next = releaseOf(minorOf(newest) + 1);
  cpSync(fileURLToPath(new URL('../../../data', import.meta.url)), folder, { recursive: true });
  const file = JSON.parse(readFileSync(join(folder, `releases/${newest}.json`), 'utf8')) as EditableRelease;
  const { kubelet } = file.components;
  file.version = next;
  kubelet.accepted = [...kubelet.accepted.filter((name) => name !== 'node-ip'), 'brand-new'];
  writeFileSync(join(folder, `releases/${next}.json`), JSON.stringify(file));

  const texts = [...generate(folder)].map(([name, text]) => [name.replace('.json', ''), JSON.parse(text) as unknown]);
  const later = createKubernetes(Object.fromEntries(texts) as KubernetesData);
  assert.equal(later.releases.newest, next);
  assert.equal(later.flag('kubelet', 'brand-new', next).state, 'accepted');
  assert.equal(later.flag('kubelet', 'brand-new', newest).state, 'not-yet');
  assert.equal(later.flag('kubelet', 'node-ip', next).removedIn, next);
  const rotate = later.flag('kubelet', 'rotate-certificates', next);
  assert.deepEqual([rotate.state, rotate.field, rotate.default], ['deprecated', 'rotateCertificates', 'false']);
  const path = ['rotateCertificates'];
  assert.equal(later.configFields.field('kubelet.config.k8s.io/v1beta1', path, next)?.state, 'known');
  assert.ok(later.rbac.role('system:node-bootstrapper', next));
  assert.equal(later.gate('RotateKubeletServerCertificate', next).default, true);
});
