import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { bootstrapKubeconfigOf } from '../../../src/core/cluster/kubeconfigInView';
import { clusterOf, configuration, shown, unit } from './reading';

const KUBELET = '/usr/bin/kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.conf --kubeconfig=/k';
const ON = configuration('rotateCertificates: true');
const OFF = configuration('rotateCertificates: false');
const KUBECONFIG = 'apiVersion: v1\nkind: Config\ncurrent-context: c\n';

/** Each kubelet's unit and configuration, both without the tree. */
function kubelets(files: Readonly<Record<string, string>>): readonly (readonly [string, string | undefined])[] {
  const tree = Object.fromEntries(Object.entries(files).map(([path, text]) => [`node/${path}`, text]));
  const below = (path: string): string => path.slice('node/'.length);
  return clusterOf(tree).kubelets.map(({ path, configuration: taken }) => [below(path), taken && below(taken.path)]);
}

describe('a tree that is laid out like a machine', () => {
  it('a unit in /etc takes the place of the one of its package, and drop-ins likewise', () => {
    const found = kubelets({
      'usr/lib/systemd/system/kubelet.service': unit(`${KUBELET} --config=/etc/kubernetes/old.yaml`),
      'etc/systemd/system/kubelet.service': unit(`${KUBELET} $ARGS`),
      'usr/lib/systemd/system/kubelet.service.d/10-args.conf': '[Service]\nEnvironment="ARGS=--config=/a"\n',
      'run/systemd/system/kubelet.service.d/10-args.conf':
        '[Service]\nEnvironment="ARGS=--config=/var/lib/kubelet/config.yaml"\n',
      'var/lib/kubelet/config.yaml': ON,
    });
    assert.deepEqual(found, [['etc/systemd/system/kubelet.service', 'var/lib/kubelet/config.yaml']]);
  });

  it('units of other machines, and of no machine, take nobody’s place', () => {
    const files = {
      'a/etc/systemd/system/kubelet.service': unit(KUBELET),
      'b/usr/lib/systemd/system/kubelet.service': unit(KUBELET),
      'kubelet.service': unit(KUBELET),
    };
    assert.equal(clusterOf(files).kubelets.length, 3);
  });

  it('a whole path names the file there, and no other of that name', () => {
    const files = {
      'etc/systemd/system/kubelet.service': unit(`${KUBELET} --config=/opt/kubernetes/kubelet/config.yaml`),
      'var/lib/kubelet/config.yaml': OFF,
      'etc/kubernetes/config.yaml': ON,
    };
    const [kubelet] = clusterOf(files).kubelets;
    assert.deepEqual(kubelet?.rotateCertificates, {
      state: 'unknown',
      reasons: [{ type: 'file-not-in-view', path: '/opt/kubernetes/kubelet/config.yaml' }],
    });
  });

  it('two kubelets with configurations of one name have each their own', () => {
    const found = kubelets({
      'etc/systemd/system/kubelet.service': unit(`${KUBELET} --config=/var/lib/kubelet/config.yaml`),
      'etc/systemd/system/kubelet-edge.service': unit(`${KUBELET} --config=/etc/kubernetes/edge/config.yaml`),
      'var/lib/kubelet/config.yaml': ON,
      'etc/kubernetes/edge/config.yaml': OFF,
    });
    assert.deepEqual(found, [
      ['etc/systemd/system/kubelet.service', 'var/lib/kubelet/config.yaml'],
      ['etc/systemd/system/kubelet-edge.service', 'etc/kubernetes/edge/config.yaml'],
    ]);
  });

  it('the same holds for EnvironmentFiles and kubeconfigs', () => {
    const cluster = clusterOf({
      'etc/systemd/system/kubelet.service': unit(`${KUBELET} $ARGS`, 'EnvironmentFile=/etc/default/kubelet'),
      'etc/sysconfig/kubelet': 'ARGS="--v=1"\nKUBELET_ARGS=\n',
      'etc/kubernetes/old/bootstrap.conf': KUBECONFIG,
    });
    const [kubelet] = cluster.kubelets;
    assert.ok(kubelet);
    assert.equal(bootstrapKubeconfigOf(cluster, kubelet), undefined);
  });

  it('names that lead to one folder are one, and a path that is filled in later may be any', () => {
    const config = (written: string): string | undefined =>
      kubelets({
        'etc/systemd/system/kubelet.service': unit(`${KUBELET} --config=${written}`),
        'usr/lib/kubelet/config.yaml': ON,
      })[0]?.[1];
    assert.equal(config('/lib/kubelet/config.yaml'), 'usr/lib/kubelet/config.yaml');
    assert.equal(config('{{ kubelet_dir }}/config.yaml'), 'usr/lib/kubelet/config.yaml');
    assert.equal(config('config.yaml'), 'usr/lib/kubelet/config.yaml');
  });

  it('elsewhere the file of the same name is still the best guess', () => {
    const files = { 'kubelet.service': unit(`${KUBELET} --config=/var/lib/kubelet/config.yaml`), 'config.yaml': ON };
    assert.equal(shown(clusterOf(files).kubelets[0]?.rotateCertificates ?? assert.fail()), 'set true');
  });
});
