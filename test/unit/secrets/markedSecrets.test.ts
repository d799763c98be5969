import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { englishTexts } from '../../../docs/translations';
import { readFile } from '../../../src/core/documents/readFile';
import { explainAt } from '../../../src/core/explain/explainAt';
import { mermaidText } from '../../../src/core/flow/mermaid';
import { transcriptOf } from '../../../src/core/flow/play/transcript';
import { playOf } from '../../../src/core/flow/playOf';
import { workspaceRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import { parseRelease } from '../../../src/core/kubernetes/release';
import { lint } from '../../../src/core/lint/lint';
import { renderMessage } from '../../../src/core/messages/message';
import { overviewOf } from '../../../src/core/overview/overviewOf';
import { summaryOf } from '../../../src/core/overview/summaryOf';
import { folderReport } from '../../../src/core/report/folderReport';
import { SourceText } from '../../../src/core/text/sourceText';
import { clusterNodes, type ClusterNode } from '../../../src/host/cluster/clusterNodes';
import { kubernetes } from '../../rules/examples';
import { leaksIn, marked, markedFiles } from '../../cli/markedFiles';

type Files = Readonly<Record<string, string>>;

const texts = englishTexts();

/** All that the editor's surfaces are made of, by surface; edits are left out, as they are made to the files themselves. */
function surfacesOf(files: Files, target: '1.8' | '1.20' | '1.36'): Readonly<Record<string, () => string>> {
  const release = parseRelease(target);
  assert.ok(release);
  const options = { kubernetes, target: release };
  const result = lint(
    Object.entries(files).map(([path, text]) => readFile(new SourceText(path, text))),
    options,
  );
  const { cluster, findings } = result;
  const overview = overviewOf(result, options);
  const timeline = simulate(cluster, workspaceRun);
  const play = playOf(timeline, { id: 'host.ownFiles', params: {} });
  return {
    findings: () => JSON.stringify(findings.map(({ fixes, ...rest }) => [rest, fixes.map(({ title }) => title)])),
    'Cluster view': () => JSON.stringify(clusterNodes(overview).map(withoutIds)),
    'status bar': () =>
      summaryOf(timeline)
        .map((one) => renderMessage(one, texts))
        .join(),
    report: () => folderReport({ name: 'node', result, overview, play }, texts),
    player: () => JSON.stringify(play),
    transcript: () => transcriptOf(play, texts),
    picture: () => mermaidText(play.steps, play.machines, texts),
    hovers: () => {
      const hovers = new Set<string>();
      for (const file of cluster.files.filter(({ source }) => source.outer === undefined)) {
        for (let offset = 0; offset <= file.source.text.length; offset += 1) {
          const explanation = explainAt(file, offset, cluster, kubernetes);
          if (explanation) hovers.add(JSON.stringify(explanation));
        }
      }
      return [...hovers].join('\n');
    },
  };
}

function filesBelow(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, marked(readFileSync(join(folder, name), 'utf8'))]),
  );
}

const sets: Readonly<Record<string, Files>> = {
  'marked files': markedFiles,
  story: filesBelow('test/corpus/story/cluster'),
  ...Object.fromEntries(
    ['1.7-cluster', '2018-cluster', 'today'].map((name) => [name, filesBelow(`media/samples/${name}`)]),
  ),
};

for (const [name, files] of Object.entries(sets)) {
  for (const release of ['1.8', '1.20', '1.36'] as const) {
    test(`${name} at ${release}: no surface of the editor shows a token or key`, () => {
      for (const [surface, shown] of Object.entries(surfacesOf(files, release))) {
        const output = shown();
        assert.notEqual(output, '', surface);
        assert.deepEqual(leaksIn(output), [], `${surface}: ${around(output)}`);
      }
    });
  }
}

/** What is seen of the tree: ids only tell its lines apart. */
function withoutIds({ label, description, details, children }: ClusterNode): unknown {
  return [label, description, details, children.map(withoutIds)];
}

/** What stands around the first leak, for whoever has to find it. */
function around(output: string): string {
  const [leak] = leaksIn(output);
  const at = leak === undefined ? -1 : output.indexOf(leak);
  return at < 0 ? '' : output.slice(Math.max(0, at - 300), at + 100);
}
