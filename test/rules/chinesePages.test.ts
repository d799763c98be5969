import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { rules } from '../../src/core/lint/rules/index';
import { blocksOf, codeBlock, matches, namesIn, proseOf, shapeOf } from '../pageShape';
import { rulesFolder } from './examples';

const headings: Readonly<Record<string, string>> = {
  'What happens': '会发生什么',
  Bad: '错误写法',
  Good: '正确写法',
  'When it does not apply': '不适用的情形',
  Sources: '依据',
};

const severities = { error: '错误', warning: '警告', info: '信息', hint: '提示' } as const;

const groups = {
  A: 'A：能启动吗？',
  B: 'B：节点能得到第一张证书吗？',
  C: 'C：第一张证书到期后还能继续吗？',
  D: 'D：服务证书',
  E: 'E：谁能以什么身份访问 kubelet',
  F: 'F：本程序的注释',
} as const;

const scopes = { file: '单个文件', cluster: '全部文件一起', silencing: '全部文件一起' } as const;

const han = /\p{Script=Han}/u;
const pageOf = (rule: string, name: string): string => join(rulesFolder, rule, name);

for (const { id, severity, group, scope, lifeCycle } of rules) {
  describe(id, () => {
    const path = pageOf(id, 'README.zh-cn.md');
    const english = readFileSync(pageOf(id, 'README.md'), 'utf8');

    test('has a page in Chinese', () => {
      assert.ok(existsSync(path), 'README.zh-cn.md is missing');
    });

    const chinese = existsSync(path) ? readFileSync(path, 'utf8') : english;

    test('the same title, headings, paragraphs, lists and tables', () => {
      assert.equal(chinese.split('\n')[0], `# ${id}`);
      const titles = matches(english, /^## .*$/gm).map((line) => `## ${headings[line.slice(3)] ?? line}`);
      assert.deepEqual(matches(chinese, /^## .*$/gm), titles);
      assert.deepEqual(shapeOf(chinese), shapeOf(english));
    });

    test('the same examples, names, links and numbers', () => {
      assert.deepEqual(matches(chinese, codeBlock), matches(english, codeBlock));
      assert.deepEqual(namesIn(chinese), namesIn(english));
      const links = /\]\([^)]+\)/g;
      assert.deepEqual(matches(chinese, links), matches(english, links));
      const releases = /\d+\.\d+(?:\.\d+)?/g;
      const [own, theirs] = [chinese, english].map((page) => [...new Set(matches(proseOf(page), releases))].sort());
      assert.deepEqual(own, theirs);
    });

    test('the table says what the rule is', () => {
      const row = matches(chinese, /^\| (?:错误|警告|信息|提示).*$/gm)[0] ?? '';
      const assumed = lifeCycle ? '；版本仅为假定时为警告' : '';
      assert.deepEqual(
        row
          .split('|')
          .slice(1, 4)
          .map((cell) => cell.trim()),
        [severities[severity] + assumed, groups[group], scopes[scope]],
      );
    });

    test('no sentence is left in English', () => {
      const prose = blocksOf(proseOf(chinese)).filter((block) => !/^(?:#|\||- |`)/.test(block));
      assert.deepEqual(
        prose.filter((block) => !han.test(block)),
        [],
      );
      assert.doesNotMatch(proseOf(chinese), / (?:the|is|are|of|with|not|and) /);
    });
  });
}
