import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Report } from '../../src/cli/report';
import { rotationOff } from './fixtures';
import { call } from './harness';

const configuration = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';
const command =
  '--kubeconfig=/k --bootstrap-kubeconfig=/b --rotate-certificates --tls-cert-file=/c --tls-private-key-file=/p';

async function reportOn(name: string, input: string | Uint8Array): Promise<Report> {
  const { status, out, err } = await call(['lint', '-', '--stdin-filename', name, '--format', 'json'], { input });
  assert.ok(status < 2);
  assert.equal(err, '');
  return JSON.parse(out) as Report;
}

/** What is found, as `rule line:column`. */
async function found(name: string, input: string | Uint8Array): Promise<readonly string[]> {
  const { findings } = await reportOn(name, input);
  return findings.map(({ rule, start }) => `${rule} ${String(start.line)}:${String(start.column)}`);
}

async function notesOn(name: string, input: string | Uint8Array): Promise<readonly string[]> {
  const { files } = await reportOn(name, input);
  return files.flatMap(({ notes }) => notes);
}

describe('YAML that is meant to hurt', () => {
  const letters = Array.from('abcdefghi');
  const bomb = letters.map((letter, index) => {
    const inside = index === 0 ? 'x' : `*${letters[index - 1] ?? ''}`;
    return `${letter}: &${letter} [${Array.from({ length: 9 }, () => inside).join(', ')}]\n`;
  });

  test('an alias bomb is never unfolded: each line is judged once', async () => {
    const unknown = letters.map((_, index) => `config-field-unknown ${String(index + 4)}:1`);
    assert.deepEqual(await found('c.yaml', rotationOff + bomb.join('')), ['rotate-certificates-off 3:1', ...unknown]);
  });

  for (const depth of [100, 900]) {
    test(`what stands beside a nesting of ${String(depth)} is judged`, async () => {
      const deep = `evictionHard: ${'{a: '.repeat(depth)}${'}'.repeat(depth)}\n`;
      const rules = await found('c.yaml', rotationOff + deep);
      assert.ok(rules.includes('rotate-certificates-off 3:1'));
      assert.ok(!rules.some((rule) => rule.startsWith('yaml-syntax')));
    });
  }

  test('of a key that stands twice the last one counts', async () => {
    assert.deepEqual(await found('c.yaml', `${rotationOff}rotateCertificates: true\n`), []);
    assert.deepEqual(await found('c.yaml', `${configuration}rotateCertificates: true\nrotateCertificates: false\n`), [
      'rotate-certificates-off 4:1',
    ]);
  });

  test('a merge key brings its entries in, and own ones win', async () => {
    const merged = `${configuration}authentication: &a {rotateCertificates: false}\n<<: *a\n`;
    const rules = await found('c.yaml', merged);
    assert.ok(rules.includes('rotate-certificates-off 3:21'), rules.join());
    const own = await found('c.yaml', `${merged}rotateCertificates: true\n`);
    assert.ok(!own.some((rule) => rule.startsWith('rotate-certificates-off')), own.join());
  });

  test('__proto__ is a name like any other', async () => {
    const written = '__proto__: {rotateCertificates: false}\nconstructor: 1\n';
    assert.deepEqual(await found('c.yaml', configuration + written), [
      'config-field-unknown 3:1',
      'config-field-unknown 4:1',
    ]);
    const flags = `KUBELET_ARGS="${command} --__proto__=1 --feature-gates=toString=true"\n`;
    const column = 'KUBELET_ARGS="'.length + command.length + 2;
    assert.deepEqual(await found('kubelet.env', flags), [
      `flag-unknown 1:${String(column)}`,
      `feature-gate-unknown 1:${String(column + '--__proto__=1 --feature-gates='.length)}`,
    ]);
  });
});

describe('bytes that are no UTF-8 text', () => {
  test('UTF-16 in either order is named in one clear sentence', async () => {
    const text = Buffer.from(`\ufeff${rotationOff}`, 'utf16le');
    for (const bytes of [text, Buffer.from(text).swap16(), Buffer.from('\ufeff\u8bc1\u4e66', 'utf16le')])
      assert.deepEqual(await notesOn('c.yaml', bytes), ['skipped: UTF-16: save it as UTF-8 to have it read']);
  });

  test('NUL makes a binary file, however late it comes', async () => {
    for (const bytes of [`\0${rotationOff}`, `${rotationOff}# ${'x'.repeat(100_000)}\0\n`])
      assert.deepEqual(await notesOn('c.yaml', bytes), ['skipped: binary file']);
  });

  test('a lone surrogate spoils neither place nor finding', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${configuration}clusterDomain: "`),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from('"\nrotateCertificates: false\n'),
    ]);
    assert.deepEqual(await found('c.yaml', bytes), ['rotate-certificates-off 4:1']);
    const escaped = `${configuration}clusterDomain: "\\ud800"\nrotateCertificates: false\n`;
    assert.deepEqual(await found('c.yaml', escaped), ['rotate-certificates-off 4:1']);
  });
});

describe('characters that look like others', () => {
  test('a right-to-left mark makes another name, and cannot turn the report around', async () => {
    const input = `${configuration}\u202erotateCertificates: false\n`;
    assert.deepEqual(await found('c.yaml', input), ['config-field-unknown 3:1']);
    const { out } = await call(['lint', '-', '--stdin-filename', 'c.yaml'], { input });
    assert.ok(!out.includes('\u202e'));
  });

  test('a character that nobody sees in the name of a flag is told, and removed', async () => {
    for (const hidden of ['\u200b', '\u00ad', '\u202e', '\u2060']) {
      const { findings } = await reportOn('kubelet.env', `KUBELET_ARGS="${command} --max-${hidden}pods=9"\n`);
      assert.deepEqual(
        findings.map(({ rule, fixes }) => [rule, fixes[0]?.title]),
        [['flag-malformed', 'Remove the invisible character']],
      );
    }
  });

  test('each look-alike of a dash is told, and corrected', async () => {
    for (const dashes of ['\u2013', '\u2014', '\u2212\u2212', '\u2010-', '\uff0d\uff0d']) {
      const input = `KUBELET_ARGS="${dashes}max-pods=9 ${command}"\n`;
      const { findings } = await reportOn('kubelet.env', input);
      assert.deepEqual(
        findings.map(({ rule, fixes }) => [rule, fixes[0]?.title]),
        [['flag-malformed', 'Write --max-pods']],
      );
    }
  });

  test('a no-break space is told where it is taken for a blank', async () => {
    const input = `KUBELET_ARGS="${command} --kubeconfig=/k\u00a0--v=2"\n`;
    const { findings } = await reportOn('kubelet.env', input);
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error').map(({ rule, fixes }) => [rule, fixes[0]?.title]),
      [['flag-malformed', 'Write a plain blank']],
    );
    assert.deepEqual(await found('c.yaml', `${configuration}\u00a0rotateCertificates: false\n`), [
      'config-field-unknown 3:1',
    ]);
  });
});

describe('what has no end', () => {
  test('a quote that is never closed is told with its place', async () => {
    assert.match((await notesOn('kubelet.env', 'KUBELET_ARGS="--v=2\n')).join(), /^cannot be read at 1:14: [^\n]+$/);
  });

  test('a heredoc ends with its file, and what it writes is judged', async () => {
    const script = `cat >/etc/default/kubelet <<EOF\nKUBELET_EXTRA_ARGS="${command} --cadvisor-port=0"\n`;
    assert.deepEqual(await found('x.sh', script), [
      `flag-removed 2:${String('KUBELET_EXTRA_ARGS="'.length + command.length + 2)}`,
    ]);
  });

  test('a line of ten million characters is skipped, and the report says so', async () => {
    const line = 'x'.repeat(10_000_000);
    for (const name of ['c.yaml', 'kubelet.env', 'kubelet.service', 'x.sh'])
      assert.deepEqual(await notesOn(name, `${configuration}# ${line}\n`), ['skipped: too long']);
  });

  test('a line of more than a million characters in a shorter file, too', async () => {
    assert.deepEqual(await notesOn('c.yaml', `${rotationOff}# ${'x'.repeat(1_100_000)}\n`), [
      'skipped: a line is too long',
    ]);
  });
});
