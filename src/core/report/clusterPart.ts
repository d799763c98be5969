import { markdownLine } from '../messages/markdownText';
import type { Message } from '../messages/message';
import {
  approvalMessage,
  bindingMessage,
  contradictionMessage,
  credentialMessage,
  overviewMessage,
  reasonMessages,
  requestMessage,
  tokenMessage,
  valueMessage,
} from '../overview/messages';
import type { ComponentOverview, Overview, SettingOverview } from '../overview/overview';
import type { OverviewTextId } from '../overview/texts';
import type { ReportWords } from './reportWords';

/** Returns the part of a report that tells what the files mean together: each component's settings, then what is beside them. */
export function clusterPart(overview: Overview, words: ReportWords): readonly string[] {
  const { components, contradictions, bindings, tokens, kubeconfigs, requests, approvals } = overview;
  return [
    `## ${words.own('report.cluster')}`,
    ...(components.length === 0 ? [words.own('report.cluster.none')] : []),
    ...list(contradictions.map((one) => words.line(contradictionMessage(one)))),
    ...components.flatMap((component) => [
      `### ${markdownLine(`${component.component}: ${words.place(component.place)}`)}`,
      table(component, words),
    ]),
    ...beside('overview.bindings', bindings, ({ name }) => name, bindingMessage, words),
    ...beside('overview.tokens', tokens, ({ user }) => user, tokenMessage, words),
    ...beside('overview.requests', requests, ({ name }) => name, requestMessage, words),
    ...beside('overview.approvals', approvals, () => 'kubectl certificate approve', approvalMessage, words),
    ...beside('overview.kubeconfigs', kubeconfigs, ({ server = '?' }) => server, credentialMessage, words),
  ];
}

function table({ settings }: ComponentOverview, words: ReportWords): string {
  const head = [
    words.own('report.cluster.setting'),
    words.own('report.cluster.value'),
    words.own('report.cluster.place'),
  ];
  const rows = settings.map((setting) => [
    markdownLine(setting.name),
    valueCell(setting, words),
    placeCell(setting, words),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function valueCell(setting: SettingOverview, words: ReportWords): string {
  const [value, ...reasons] = [valueMessage(setting), ...reasonMessages(setting)].map((message) => words.line(message));
  return reasons.length === 0 ? (value ?? '') : `${value ?? ''} (${reasons.join(' ')})`;
}

function placeCell({ place }: SettingOverview, words: ReportWords): string {
  return place ? markdownLine(words.place(place)) : '';
}

function beside<T extends { readonly place: Parameters<ReportWords['place']>[0] }>(
  title: OverviewTextId,
  items: readonly T[],
  nameOf: (item: T) => string,
  messageOf: (item: T) => Message,
  words: ReportWords,
): readonly string[] {
  const lines = items.map((item) =>
    words.own('report.cluster.beside', {
      name: nameOf(item),
      what: words.text(messageOf(item)),
      place: words.place(item.place),
    }),
  );
  return lines.length === 0 ? [] : [`### ${words.line(overviewMessage(title))}`, ...list(lines)];
}

function list(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')];
}
