import * as vscode from 'vscode';
import type { Finding, Severity } from '../core/lint/finding';
import type { ClusterView } from './clusterView';
import { editorRange } from './places';
import { rulePageUri } from './rulePages';
import { textOf } from './texts';

export const SOURCE = 'Kubelet TLS Bootstrap';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

const TAGS: Readonly<Record<Finding['tags'][number], vscode.DiagnosticTag>> = {
  deprecated: vscode.DiagnosticTag.Deprecated,
  unnecessary: vscode.DiagnosticTag.Unnecessary,
};

/** Returns the diagnostics of every file of a cluster; an empty list for a file without findings. */
export function diagnosticsOf(view: ClusterView): [vscode.Uri, vscode.Diagnostic[]][] {
  return view.files.map(({ uri, parsed }) => {
    const findings = view.result.findings.filter(({ path }) => path === parsed.source.path);
    return [uri, findings.flatMap((finding) => diagnosticOf(view, finding) ?? [])];
  });
}

/** Returns a finding as the editor shows it; undefined when its file is not in view. */
export function diagnosticOf(view: ClusterView, finding: Finding): vscode.Diagnostic | undefined {
  const source = view.source(finding.path);
  if (!source) return undefined;
  const diagnostic = new vscode.Diagnostic(
    editorRange(source, finding.range),
    textOf(finding.message),
    SEVERITIES[finding.severity],
  );
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.rule, target: rulePageUri(finding.rule) };
  diagnostic.tags = finding.tags.map((tag) => TAGS[tag]);
  diagnostic.relatedInformation = relatedIn(view, finding);
  return diagnostic;
}

function relatedIn(view: ClusterView, { related }: Finding): vscode.DiagnosticRelatedInformation[] {
  return related.flatMap(({ path, range, message }) => {
    const file = view.file(path);
    if (!file) return [];
    const place = new vscode.Location(file.uri, editorRange(file.parsed.source, range));
    return new vscode.DiagnosticRelatedInformation(place, textOf(message));
  });
}
