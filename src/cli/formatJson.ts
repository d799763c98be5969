import type { Report } from './report';

/** Returns the report as one JSON object. */
export function formatJson(report: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
