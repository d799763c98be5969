import assert from 'node:assert/strict';
import { test } from 'node:test';

import { buildCluster } from '../../../src/core/cluster/buildCluster';
import { readFile } from '../../../src/core/documents/readFile';
import { simulate } from '../../../src/core/flow/simulate';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { SourceText } from '../../../src/core/text/sourceText';

const kubernetes = createKubernetes(kubernetesData);

function lastWordsOfApiServer(row: string): string | undefined {
  const files = {
    'kube-apiserver.service':
      '[Service]\nExecStart=/usr/bin/kube-apiserver --token-auth-file=/etc/kubernetes/token.csv\n',
    'etc/kubernetes/token.csv': `${row}\n`,
  };
  const parsed = Object.entries(files).map(([path, text]) => readFile(new SourceText(path, text)));
  const { events } = simulate(buildCluster(parsed, { target: '1.20', kubernetes }), { id: 'x', until: 60 });
  return events.find(({ actor, details }) => actor === 'kube-apiserver' && details.level === 'fatal')?.message;
}

test('kube-apiserver does not start with a row of two columns, in the words that were recorded', () => {
  assert.equal(
    lastWordsOfApiServer('6df3c701f979cee17732c30958745947,kubelet-bootstrap'),
    "Error: token file '/etc/kubernetes/token.csv' must have at least 3 columns (token, user name, user uid), found 2",
  );
  assert.equal(lastWordsOfApiServer('6df3c701f979cee17732c30958745947,kubelet-bootstrap,10001'), undefined);
});
