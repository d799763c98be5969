import type { SourceOrigin } from '../../core/cluster/setting';
import { SourceText } from '../../core/text/sourceText';
import type { ClusterView } from '../clusterView';
import { filesOfScenario } from './plays';
import type { EvidencePlace } from './revealEvidence';
import { scenarioFileUri } from './scenarioFiles';

/**
 * Returns where the editor shows a place that a play names: in the files of the folder played, or without a view in those of
 * the built-in scenario. Undefined when there is no such file any more.
 */
export function originPlace(
  { path, range }: SourceOrigin,
  scenario: string,
  view: ClusterView | undefined,
): EvidencePlace | undefined {
  if (view) {
    const file = view.file(path);
    return file && { uri: file.uri, source: file.parsed.source, range };
  }
  const file = filesOfScenario(scenario).find((one) => one.path === path);
  return file && { uri: scenarioFileUri(scenario, path), source: new SourceText(path, file.text), range };
}
