import type { Severity } from '../core/lint/finding';
import type { Report, ReportFinding } from './report';

const commandOf: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Returns findings as the workflow commands that GitHub Actions turns into annotations, one a line. */
export function formatGithub(report: Report): string {
  return report.findings.map((finding) => `${annotation(finding)}\n`).join('');
}

function annotation({ severity, path, start, end, rule, message }: ReportFinding): string {
  const properties = {
    file: path,
    line: String(start.line),
    endLine: String(end.line),
    // GitHub ignores columns of an annotation over several lines.
    ...(start.line === end.line && { col: String(start.column), endColumn: String(end.column) }),
    title: rule,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${commandOf[severity]} ${written.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
