import type { Catalogue } from '../messages/message';

/** English texts of the report about a folder. */
export const reportTexts = {
  'report.title': 'Kubelet TLS bootstrap: {folder}',
  'report.target.option': 'Judged against Kubernetes {release}, as asked.',
  'report.target.evidence': 'Judged against Kubernetes {release}, which {place} names.',
  'report.target.default':
    'Judged against Kubernetes {release}: no file names a release, so the newest known is assumed.',
  'report.outcome': 'How it ends',
  'report.noKubelet': 'No kubelet is configured in these files, so there is nothing to play.',
  'report.findings': 'Findings',
  'report.findings.none': 'Nothing to report.',
  'report.severity.error': 'error',
  'report.severity.warning': 'warning',
  'report.severity.info': 'info',
  'report.severity.hint': 'hint',
  'report.fix': 'Fix: {title}',
  'report.fix.review': 'Fix, to be reviewed: {title}',
  'report.related': '{place}: {message}',
  'report.cluster': 'Cluster',
  'report.cluster.setting': 'Setting',
  'report.cluster.value': 'In force',
  'report.cluster.place': 'Where',
  'report.cluster.none': 'No component of Kubernetes is configured in these files.',
  'report.cluster.beside': '{name}: {what} ({place})',
  'report.files': 'Files',
  'report.files.templated': '{path} ({kind}); templated places left out: {count}',
  'report.files.file': '{path} ({kind})',
} as const satisfies Catalogue;

export type ReportTextId = keyof typeof reportTexts;
