import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Severity } from '../src/core/lint/finding';
import type { Rule } from '../src/core/lint/rule';
import { rules } from '../src/core/lint/rules/index';
import type { Language } from '../src/core/messages/language';

/** One setting of the extension, with its default as it is written in JSON. */
export interface SettingRow {
  readonly key: string;
  readonly value: string;
  readonly text: string;
}

interface Words {
  /** Name of the rules' pages and of the README. */
  readonly page: string;
  readonly ruleHead: string;
  readonly assumed: string;
  readonly settingHead: string;
  readonly oneRule: string;
  readonly severities: Readonly<Record<Severity, string>>;
}

const wordsOf: Readonly<Record<Language, Words>> = {
  en: {
    page: 'README.md',
    ruleHead: '| rule | severity | what it says |',
    assumed: '¹ a warning while the release is only assumed',
    settingHead: '| setting | default | what it does |',
    oneRule: 'Severity of one rule, or `off`.',
    severities: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' },
  },
  'zh-cn': {
    page: 'README.zh-cn.md',
    ruleHead: '| 规则 | 严重级别 | 内容 |',
    assumed: '¹ 版本仅为假定时为警告',
    settingHead: '| 设置 | 默认值 | 作用 |',
    oneRule: '一条规则的严重级别，或 `off`。',
    severities: { error: '错误', warning: '警告', info: '信息', hint: '提示' },
  },
};

const ruleFolder = 'src/core/lint/rules';
const separator = '| --- | --- | --- |';

/** Returns a README with its tables of rules and settings made afresh. Throws when it has no place for one. */
export function withTables(readme: string, language: Language, settings: readonly SettingRow[]): string {
  const words = wordsOf[language];
  return between(between(readme, 'rules', ruleTable(language)), 'settings', settingsTable(settings, words));
}

/** Returns the one-sentence summary that opens a rule's page; the English one while there is no page in the language. */
export function summaryOf({ id }: Rule, language: Language): string {
  const own = join(ruleFolder, id, wordsOf[language].page);
  const path = existsSync(own) ? own : join(ruleFolder, id, wordsOf.en.page);
  const summary = readFileSync(path, 'utf8')
    .split(/\n\s*\n/)[1]
    ?.replaceAll('\n', ' ')
    .trim();
  if (summary === undefined || summary === '') throw new Error(`${path} opens with no summary`);
  return summary;
}

function between(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) throw new Error(`the README has no place for the generated ${name}`);
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}

function ruleTable(language: Language): string {
  const { page, ruleHead, assumed, severities } = wordsOf[language];
  const rows = rules.map((rule) => {
    const severity = `${severities[rule.severity]}${rule.lifeCycle ? ' ¹' : ''}`;
    return `| [\`${rule.id}\`](${ruleFolder}/${rule.id}/${page}) | ${severity} | ${summaryOf(rule, language)} |`;
  });
  return [ruleHead, separator, ...rows, '', assumed].join('\n');
}

function settingsTable(settings: readonly SettingRow[], { settingHead, oneRule }: Words): string {
  const rows = settings.map(({ key, value, text }) => `| \`${key}\` | \`${value}\` | ${text} |`);
  const severity = `| \`tlsBootstrap.rules.<id>.severity\` | \`"default"\` | ${oneRule} |`;
  return [settingHead, separator, ...rows, severity].join('\n');
}
