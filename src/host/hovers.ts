import * as vscode from 'vscode';
import { explainAt } from '../core/explain/explainAt';
import type { Explanation } from '../core/explain/explanation';
import type { Kubernetes } from '../core/kubernetes/kubernetes';
import type { Finding } from '../core/lint/finding';
import type { ClusterFolders } from './clusterFolders';
import type { ClusterFile, ClusterView } from './clusterView';
import { linksAtWork, type LinkAtWork } from './atWork';
import type { Diagnostics } from './diagnostics';
import { explanationText } from './explanationText';
import type { FilePlays } from './filePlays';
import { findingsAt } from './findingsAt';
import { playerLink, rulePageLink, scenarioLink, trusted, type TitledLink } from './links';
import { editorRange, offsetAt } from './places';
import { hostText } from './texts';

/** Tells what is known of the name under the pointer, and adds to a finding's hover the links its message cannot hold. */
export class Hovers implements vscode.HoverProvider {
  readonly #folders: ClusterFolders;
  readonly #diagnostics: Diagnostics;
  readonly #plays: FilePlays;
  readonly #kubernetes: Kubernetes;

  constructor(folders: ClusterFolders, diagnostics: Diagnostics, plays: FilePlays, kubernetes: Kubernetes) {
    this.#folders = folders;
    this.#diagnostics = diagnostics;
    this.#plays = plays;
    this.#kubernetes = kubernetes;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const view = await this.#folders.of(document.uri)?.view();
    const file = view?.fileAt(document.uri);
    if (!view || token.isCancellationRequested || file?.version !== document.version) return undefined;
    const findings = this.#diagnostics.shownFor(document.uri) === view ? findingsAt(view, file, position) : [];
    return this.#hoverAt(view, file, findings, offsetAt(file.parsed.source, position));
  }

  #hoverAt(
    view: ClusterView,
    file: ClusterFile,
    findings: readonly Finding[],
    offset: number,
  ): vscode.Hover | undefined {
    const explanation = explainAt(file.parsed, offset, view.result.cluster, this.#kubernetes);
    const atWork = findings.some(({ step }) => step !== undefined) ? [] : this.#atWork(view, file, offset);
    const range = explanation?.range ?? findings[0]?.range ?? atWork[0]?.range;
    if (!range) return undefined;
    const contents = findings.map((finding) => trusted(linksOfFinding(view, finding)));
    if (explanation) {
      const links = linksOfExplanation(view, explanation, findings, atWork.length > 0);
      contents.push(trusted(links, explanationText(view, explanation)));
    }
    contents.push(...atWork.map((link) => trusted([link])));
    return new vscode.Hover(contents, editorRange(file.parsed.source, range));
  }

  #atWork(view: ClusterView, { parsed }: ClusterFile, offset: number): readonly LinkAtWork[] {
    const played = this.#plays.of(view);
    const place = { path: parsed.source.path, range: { start: offset, end: offset } };
    return played ? linksAtWork(view, played.play, place) : [];
  }
}

function linksOfFinding({ folder }: ClusterView, { rule, step }: Finding): readonly TitledLink[] {
  const explain = { title: hostText('host.explain', { rule }), link: rulePageLink(rule) };
  if (step === undefined) return [explain];
  return [{ title: hostText('host.seeItHappenHere'), link: playerLink(folder, step) }, explain];
}

/** What a finding or a step at the same place links to already is not linked to again. */
function linksOfExplanation(
  view: ClusterView,
  { rule, step }: Explanation,
  findings: readonly Finding[],
  isAtWork: boolean,
): readonly TitledLink[] {
  const links: TitledLink[] = [];
  if (step !== undefined && !isAtWork && !findings.some((finding) => finding.step === step)) {
    const isPlayable = view.result.cluster.kubelets.length > 0;
    links.push(
      isPlayable
        ? { title: hostText('host.seeItHappenHere'), link: playerLink(view.folder, step) }
        : { title: hostText('host.seeItHappen'), link: scenarioLink('today', step) },
    );
  }
  if (rule !== undefined && !findings.some((finding) => finding.rule === rule)) {
    links.push({ title: hostText('host.explain', { rule }), link: rulePageLink(rule) });
  }
  return links;
}
