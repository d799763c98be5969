import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { rules } from '../src/core/lint/rules/index';
import type { Rule } from '../src/core/lint/rule';
import type { Language } from '../src/core/messages/language';
import { chinesePictures } from './pictures';
import { scenarioPage } from './scenarioTable';
import { summaryOf, withTables, type SettingRow } from './readmeTables';
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
  const freshNames = manifestTexts(names, (rule) => `Severity of \`${rule.id}\`: ${summaryOf(rule, 'en')}`);
  const chineseNames = readFileSync('package.nls.zh-cn.json', 'utf8');
  const freshManifest = withRuleSettings(manifest);
  const chinese = 'media/l10n/zh-cn.json';
  const scenarios = 'docs/scenarios.md';
  return [
    { path: 'package.json', current: manifest, fresh: freshManifest },
    { path: 'package.nls.json', current: names, fresh: freshNames },
    {
      path: 'package.nls.zh-cn.json',
      current: chineseNames,
      fresh: manifestTexts(chineseNames, (rule) => `\`${rule.id}\` 的严重级别：${summaryOf(rule, 'zh-cn')}`),
    },
    readme('README.md', 'en', settingsIn(freshManifest, freshNames)),
    readme('README.zh-cn.md', 'zh-cn', settingsIn(freshManifest, chineseNames)),
    {
      path: chinese,
      current: textAt(chinese),
      fresh: `${JSON.stringify(chineseTexts(), null, 2)}\n`,
    },
    { path: scenarios, current: textAt(scenarios), fresh: scenarioPage() },
    ...chinesePictures().map(({ path, svg }) => ({ path, current: textAt(path), fresh: svg })),
  ];
}

function readme(path: string, language: Language, settings: readonly SettingRow[]): GeneratedFile {
  const current = readFileSync(path, 'utf8');
  return { path, current, fresh: withTables(current, language, settings) };
}

/** Returns the settings of a manifest that are not of a single rule, with their texts. */
function settingsIn(manifest: string, names: string): readonly SettingRow[] {
  const texts = JSON.parse(names) as Record<string, string>;
  const { properties } = (JSON.parse(manifest) as Manifest).contributes.configuration;
  return Object.entries(properties)
    .filter(([key]) => !key.startsWith(severityPrefix))
    .map(([key, { markdownDescription, default: value }]) => {
      const text = texts[markdownDescription.replaceAll('%', '')] ?? markdownDescription;
      return { key, value: JSON.stringify(value), text: text.replaceAll('\n', ' ') };
    });
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { path, current, fresh } of generatedFiles()) {
    if (current === fresh) continue;
    writeFileSync(path, fresh);
    console.log(`${path} written`);
  }
}
