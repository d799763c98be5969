import type { Severity } from '../core/lint/finding';
import type { Language } from '../core/messages/language';
import { rulePage, type Report, type ReportFinding, type ReportFix, type ReportPlace } from './report';
import type { RuleEntry } from './ruleEntries';
import { version } from './version';

const levelOf: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** A language and a region, as SARIF wants them. */
const languageTag: Readonly<Record<Language, string>> = { en: 'en-US', 'zh-cn': 'zh-CN' };

/** Returns the report as a SARIF 2.1.0 log, the form in which code hosts take findings; `language` is that of its messages. */
export function formatSarif(report: Report, rules: readonly RuleEntry[], language: Language): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'tls-bootstrap', version, rules: rules.map(ruleOf) } },
        language: languageTag[language],
        columnKind: 'utf16CodeUnits',
        results: report.findings.map((finding) => resultOf(finding, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf({ id, severity, summary }: RuleEntry): object {
  return {
    id,
    shortDescription: { text: summary },
    help: { text: rulePage(id) },
    defaultConfiguration: { level: levelOf[severity] },
  };
}

function resultOf(finding: ReportFinding, rules: readonly RuleEntry[]): object {
  const index = rules.findIndex(({ id }) => id === finding.rule);
  return {
    ruleId: finding.rule,
    ...(index >= 0 && { ruleIndex: index }),
    level: levelOf[finding.severity],
    message: { text: finding.message },
    locations: [locationOf(finding)],
    relatedLocations: finding.related.map((related) => ({
      ...locationOf(related),
      message: { text: related.message },
    })),
    fixes: finding.fixes.map(fixOf),
  };
}

function locationOf(place: ReportPlace): object {
  return { physicalLocation: { artifactLocation: artifactOf(place.path), region: regionOf(place) } };
}

function fixOf({ title, edits }: ReportFix): object {
  const paths = [...new Set(edits.map(({ path }) => path))];
  return {
    description: { text: title },
    artifactChanges: paths.map((path) => ({
      artifactLocation: artifactOf(path),
      replacements: edits
        .filter((edit) => edit.path === path)
        .map((edit) => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.newText } })),
    })),
  };
}

function artifactOf(path: string): object {
  return { uri: path.split('/').map(encodeURIComponent).join('/') };
}

function regionOf({ start, end }: ReportPlace): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
