import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseArguments } from '../../src/cli/arguments';
import { UsageError } from '../../src/cli/usageError';
import { call, root } from './harness';

const wrong: readonly (readonly [words: readonly string[], says: RegExp])[] = [
  [[], /command is missing/],
  [['lnt'], /unknown command "lnt"/],
  [['lint'], /at least one file or folder/],
  [['lint', '--what', '.'], /--what/],
  [['lint', '--format', 'xml', '.'], /--format takes text\|json\|sarif\|github, not "xml"/],
  [['play', '--format', 'sarif', '.'], /--format takes text\|json\|mermaid\|pem, not "sarif"/],
  [['lint', '--kubernetes-version', '2.0', '.'], /--kubernetes-version takes a release/],
  [['lint', '--kind', 'toml', '.'], /--kind takes environment-file/],
  [['lint', '--max-warnings', '-1', '.'], /max-warnings/],
  [['lint', '--max-warnings', 'many', '.'], /--max-warnings takes a number/],
  [['lint', '--rule', 'flag-removed', '.'], /--rule takes ID=/],
  [['lint', '--rule', 'flag-removed=loud', '.'], /--rule takes off\|hint\|info\|warning\|error, not "loud"/],
  [['lint', '--rule', 'flag-remove=off', '.'], /no rule "flag-remove"; did you mean flag-removed\?/],
  [['fix', '-'], /cannot take standard input/],
  [['play', '--rule', 'flag-removed=off', '.'], /--rule/],
  [['rules', 'somewhere'], /rules takes no paths/],
  [['play'], /at least one file or folder/],
  [['play', '--scenario', 'todya'], /there is no scenario "todya": did you mean today\?/],
  [['play', '--scenario', 'x'], /there is no scenario "x": there are today, /],
  [['play', '--scenario', 'today', '--what-if', 'rotateCertificate=false'], /did you mean rotateCertificates\?/],
  [['play', '--scenario', 'today', '--what-if', 'rotateCertificates=no'], /does not take "no"/],
  [['play', '--scenario', 'era-1.8', '--what-if', 'serverTLSBootstrap=true'], /means nothing in 1\.8/],
  [['play', '--scenario', 'today', '--until', 'soon'], /--until takes a time such as 400d/],
  [['play', '--scenario', 'today', '--until', '0s'], /--until takes a time/],
  [['play', '--scenario', 'today', '--until', '500y'], /further than a hundred years/],
  [['lint', '--scenario', 'today', '.'], /--scenario/],
];

for (const [words, says] of wrong) {
  test(`wrong usage: ${words.join(' ') || '(nothing)'}`, async () => {
    const { status, out, err } = await call(words);
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(err, says);
    assert.match(err, /^tls-bootstrap: [^\n]+\n$/, 'one line');
  });
}

test('all options of lint', () => {
  assert.deepEqual(
    parseArguments(
      'lint --kubernetes-version v1.30.2 --format=json --rule a=off --rule b=error --max-warnings 3 --kind systemd-unit --stdin-filename x - y'.split(
        ' ',
      ),
    ),
    {
      command: 'lint',
      paths: ['-', 'y'],
      stdinFilename: 'x',
      target: '1.30',
      kind: 'systemd-unit',
      format: 'json',
      severities: { a: 'off', b: 'error' },
      maxWarnings: 3,
    },
  );
});

test('what is left out has its default', () => {
  assert.deepEqual(parseArguments(['lint', 'a']), {
    command: 'lint',
    paths: ['a'],
    stdinFilename: undefined,
    target: 'auto',
    kind: undefined,
    format: 'text',
    severities: {},
    maxWarnings: undefined,
  });
});

test('a path that looks like an option stands after --', () => {
  assert.deepEqual(parseArguments(['fix', '--dry-run', '--', '--odd']), {
    command: 'fix',
    paths: ['--odd'],
    stdinFilename: undefined,
    target: 'auto',
    kind: undefined,
    severities: {},
    dryRun: true,
  });
});

test('a usage error is told apart from a fault', () => {
  assert.throws(() => parseArguments(['lint']), UsageError);
});

test('help names every command, and --help works after one', async () => {
  const { status, out } = await call(['--help']);
  assert.equal(status, 0);
  for (const command of ['lint', 'fix', 'play', 'rules']) assert.match(out, new RegExp(`tls-bootstrap ${command}`));
  assert.equal((await call(['lint', '--help'])).out, out);
});

test('the version is that of the package', async () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  assert.equal((await call(['--version'])).out, `${manifest.version}\n`);
});
