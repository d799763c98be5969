import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Report } from '../../src/cli/report';
import type { RuleEntry } from '../../src/cli/ruleEntries';
import { languageIn } from '../../src/cli/environmentReader';
import { readerOf } from '../../src/cli/reader';
import { cliTexts } from '../../src/cli/cliTexts';
import { chineseTexts } from '../../docs/translations';
import { oldKubelet, soundKubelet } from './fixtures';
import { call, ended, folderWith, start, type Called } from './harness';

const reader = readerOf('zh-cn', chineseTexts());
const han = /\p{Script=Han}/u;
const lint = ['lint', '-', '--stdin-filename', 'kubelet', '--kubernetes-version', '1.36'];

function read(words: readonly string[], input = ''): Promise<Called> {
  return call(words, { input, reader });
}

describe('which language', () => {
  test('the first variable that is not empty decides, in the order of POSIX', () => {
    assert.equal(languageIn({ LANG: 'zh_CN.UTF-8' }), 'zh-cn');
    assert.equal(languageIn({ LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }), 'zh-cn');
    assert.equal(languageIn({ LC_ALL: 'C', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' }), 'en');
    assert.equal(languageIn({}), 'en');
  });

  test('the program takes it from its environment', async () => {
    const { status, err } = await ended(start([], { LC_ALL: undefined, LANG: 'zh_CN.UTF-8', LC_MESSAGES: undefined }));
    assert.deepEqual([status, err], [2, 'tls-bootstrap: 缺少命令：可用的有 lint、fix、play 和 rules（见 --help）\n']);
  });
});

test('help has every option and command of the English one', async () => {
  const { out } = await read(['--help']);
  const names = (text: string): readonly string[] =>
    text.match(/(?<!\w)--?[a-z][-a-z]*|\b[A-Z]{2,}\b|tls-bootstrap \w+/g) ?? [];
  assert.match(out, han);
  assert.deepEqual(
    [...new Set(names(cliTexts['cli.help']))].filter((name) => !out.includes(name)),
    [],
  );
});

test('a finding, its fix and the sum', async () => {
  const lines = (await read(lint, oldKubelet)).out.split('\n');
  assert.match(lines[0] ?? '', /^kubelet:3:2 错误 .*\p{Script=Han}.* \[flag-removed\]$/u);
  assert.match(lines[3] ?? '', /^ {2}修复：改名为 --bootstrap-kubeconfig$/);
  assert.equal(lines[5], '1 个文件，以 Kubernetes 1.36 为准（按要求）：1 个错误；其中 1 个可用 fix 命令修复。');
});

test('nothing found, nothing readable, a fix', async () => {
  assert.match((await read(lint, soundKubelet)).out, /：没有要报告的内容。\n$/);
  assert.match((await read(['lint', '-'], 'nothing')).out, /不是本程序能读取的文件类型\n\n没有本程序能读取的文件。\n$/);
  const folder = folderWith({ kubelet: oldKubelet });
  assert.equal((await read(['fix', '--kubernetes-version', '1.36', folder])).out, '已修改 1 个文件，还剩 0 个问题。\n');
});

test('what is never closed', async () => {
  const note = async (name: string, text: string): Promise<string> =>
    (await read(['lint', '-', '--stdin-filename', name], text)).out;
  assert.match(await note('kubelet.env', 'KUBELET_ARGS="--v=2\n'), /1:14 处无法读取：这个引号没有闭合\n/);
  const script = 'cat >/etc/default/kubelet <<EOF\nKUBELET_EXTRA_ARGS="--v=2"\n';
  assert.match(await note('x.sh', script), /处无法读取：这个 heredoc 没有结束\n/);
});

test('ids and keys of machine formats stay, messages are in the language of the reader', async () => {
  const report = async (who: typeof read): Promise<Report> =>
    JSON.parse((await who([...lint, '--format', 'json'], oldKubelet)).out) as Report;
  const [chinese, english] = [await report(read), await report((words, input) => call(words, { input: input ?? '' }))];
  const [one, other] = [chinese.findings[0], english.findings[0]];
  assert.ok(one && other);
  assert.match(one.message, han);
  assert.match(one.fixes[0]?.title ?? '', han);
  const title = other.fixes[0]?.title ?? '';
  assert.deepEqual(
    { ...one, message: other.message, fixes: one.fixes.map((fix) => ({ ...fix, title })) },
    other,
    'nothing but sentences differs',
  );
  const sarif = JSON.parse((await read([...lint, '--format', 'sarif'], oldKubelet)).out) as {
    runs: [{ language: string; results: [{ level: string; message: { text: string } }] }];
  };
  assert.equal(sarif.runs[0].language, 'zh-CN');
  assert.equal(sarif.runs[0].results[0].level, 'error');
  assert.match(sarif.runs[0].results[0].message.text, han);
  assert.match(
    (await read([...lint, '--format', 'github'], oldKubelet)).out,
    /^::error .*title=flag-removed::.*\p{Script=Han}/u,
  );
});

test('every rule is summed up', async () => {
  const entries = JSON.parse((await read(['rules', '--format', 'json'])).out) as RuleEntry[];
  assert.deepEqual(
    entries.filter(({ summary }) => !han.test(summary)).map(({ id }) => id),
    [],
  );
  assert.match((await read(['rules'])).out, /^flag-removed +错误 {5}.*\p{Script=Han}/mu);
});

test('a play: steps, assumptions, and how it ends', async () => {
  const { out } = await read(['play', join('media/samples', '1.7-cluster')]);
  assert.match(out, /^Kubernetes 1\.7，时间自 kubelet 首次启动算起\n/);
  assert.match(out, /出问题的时间：首次启动后 365 天；若今天首次启动，就是 2027-01-01。\n$/);
  assert.match(out, /^引导令牌：被接受，身份为 /m);
  const upgraded = await read(['play', join('media/samples', '2018-cluster')]);
  assert.match(upgraded.out, /^--address：这里实际运行的版本认识它，但不是 1\.36$/m);
  assert.match((await read(['play', '--scenario', 'today', '--format', 'mermaid'])).out, /证书/);
  assert.match(
    (await read(['play', '--scenario', 'today', '--format', 'pem'])).out,
    /^# 以下内容使用人人都有的示例密钥/,
  );
});

for (const words of [
  [],
  ['lnt'],
  ['lint', '--what', '.'],
  ['lint', '--format'],
  ['lint', '--help=x'],
  ['lint', '--format', 'xml', '.'],
  ['lint', '--rule', 'flag-remove=off', '.'],
  ['lint', 'nowhere'],
  ['play', '--scenario', 'todya'],
  ['play', '--scenario', 'today', '--what-if', 'rotateCertificate=false'],
  ['play', '--scenario', 'today', '--until', '500y'],
]) {
  test(`wrong usage: ${words.join(' ') || '(nothing)'}`, async () => {
    const { status, err } = await read(words);
    assert.equal(status, 2);
    assert.match(err, /^tls-bootstrap: [^\n]*\p{Script=Han}[^\n]*\n$/u);
    assert.doesNotMatch(err, /\{\w+\}| (?:is|are|takes|the) /);
  });
}
