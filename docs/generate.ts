import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules } from '../src/core/lint/rules/index';
import type { Rule } from '../src/core/lint/rule';
import { chinesePictures } from './pictures';
import { chineseTexts } from './translations';

/** A committed file with a generated part. */
export interface GeneratedFile {
  readonly path: string;
  readonly current: string;
  readonly fresh: string;
}

interface Setting {
  readonly [key: string]: unknown;
  readonly markdownDescription: string;
  readonly default?: unknown;
}

interface Manifest {
  contributes: { configuration: { properties: Record<string, Setting> } };
}

const severityPrefix = 'tlsBootstrap.rules.';

/** Returns the files whose generated parts come from the rules and the manifest, as they are and as they should be. */
export function generatedFiles(): readonly GeneratedFile[] {
  const manifest = readFileSync('package.json', 'utf8');
  const names = readFileSync('package.nls.json', 'utf8');
  const freshNames = manifestTexts(names, (rule) => `Severity of \`${rule.id}\`: ${summaryOf(rule, 'README.md')}`);
  const chineseNames = readFileSync('package.nls.zh-cn.json', 'utf8');
  const freshManifest = withRuleSettings(manifest);
  const readme = readFileSync('README.md', 'utf8');
  const chinese = 'media/l10n/zh-cn.json';
  return [
    { path: 'package.json', current: manifest, fresh: freshManifest },
    { path: 'package.nls.json', current: names, fresh: freshNames },
    {
      path: 'package.nls.zh-cn.json',
      current: chineseNames,
      fresh: manifestTexts(chineseNames, (rule) => `\`${rule.id}\` 的严重级别：${summaryOf(rule, chinesePage(rule))}`),
    },
    { path: 'README.md', current: readme, fresh: freshReadme(readme, freshManifest, freshNames) },
    {
      path: chinese,
      current: textAt(chinese),
      fresh: `${JSON.stringify(chineseTexts(), null, 2)}\n`,
    },
    ...chinesePictures().map(({ path, svg }) => ({ path, current: textAt(path), fresh: svg })),
  ];
}

/** Returns the text of a file that is generated as a whole; empty before it is for the first time. */
function textAt(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function withRuleSettings(manifest: string): string {
  const parsed = JSON.parse(manifest) as Manifest;
  const { properties } = parsed.contributes.configuration;
  const kept = Object.entries(properties).filter(([key]) => !key.startsWith(severityPrefix));
  const generated = rules.map((rule) => [`${severityPrefix}${rule.id}.severity`, severitySetting(rule)] as const);
  parsed.contributes.configuration.properties = Object.fromEntries([...kept, ...generated]);
  return `${JSON.stringify(parsed, null, 2)}\n`;
}

function severitySetting(rule: Rule): Setting {
  return {
    type: 'string',
    enum: ['default', 'off', 'hint', 'info', 'warning', 'error'],
    default: 'default',
    scope: 'resource',
    markdownDescription: `%config.rules.${rule.id}%`,
  };
}

function manifestTexts(names: string, severityText: (rule: Rule) => string): string {
  const parsed = JSON.parse(names) as Record<string, string>;
  const kept = Object.entries(parsed).filter(([key]) => !key.startsWith('config.rules.'));
  const generated = rules.map((rule) => [`config.rules.${rule.id}`, severityText(rule)] as const);
  return `${JSON.stringify(Object.fromEntries([...kept, ...generated]), null, 2)}\n`;
}

function chinesePage({ id }: Rule): string {
  return existsSync(join('src/core/lint/rules', id, 'README.zh-cn.md')) ? 'README.zh-cn.md' : 'README.md';
}

/** Returns the one-sentence summary that opens a rule's page. */
function summaryOf(rule: Rule, name: string): string {
  const page = readFileSync(join('src/core/lint/rules', rule.id, name), 'utf8');
  const summary = page
    .split(/\n\s*\n/)[1]
    ?.replaceAll('\n', ' ')
    .trim();
  if (summary === undefined || summary === '') throw new Error(`${rule.id}/${name} opens with no summary`);
  return summary;
}

function freshReadme(readme: string, manifest: string, names: string): string {
  return between(between(readme, 'rules', ruleTable()), 'settings', settingsTable(manifest, names));
}

function between(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) throw new Error(`README.md has no place for the generated ${name}`);
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}

function ruleTable(): string {
  const rows = rules.map((rule) => {
    const severity = `${rule.severity}${rule.lifeCycle ? ' ¹' : ''}`;
    return `| [\`${rule.id}\`](src/core/lint/rules/${rule.id}/README.md) | ${severity} | ${summaryOf(rule, 'README.md')} |`;
  });
  return [
    '| rule | severity | what it says |',
    '| --- | --- | --- |',
    ...rows,
    '',
    '¹ a warning while the release is only assumed',
  ].join('\n');
}

function settingsTable(manifest: string, names: string): string {
  const texts = JSON.parse(names) as Record<string, string>;
  const { properties } = (JSON.parse(manifest) as Manifest).contributes.configuration;
  const rows = Object.entries(properties)
    .filter(([key]) => !key.startsWith(severityPrefix))
    .map(([key, setting]) => {
      const text = texts[setting.markdownDescription.replaceAll('%', '')] ?? setting.markdownDescription;
      return `| \`${key}\` | \`${JSON.stringify(setting.default)}\` | ${text.replaceAll('\n', ' ')} |`;
    });
  const severity = `| \`${severityPrefix}<id>.severity\` | \`"default"\` | Severity of one rule, or \`off\`. |`;
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows, severity].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { path, current, fresh } of generatedFiles()) {
    if (current === fresh) continue;
    writeFileSync(path, fresh);
    console.log(`${path} written`);
  }
}
