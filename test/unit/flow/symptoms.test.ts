import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readFile } from '../../../src/core/documents/readFile';
import { flowCatalogue } from '../../../src/core/flow/catalogue';
import type { Play } from '../../../src/core/flow/play';
import { playScenario } from '../../../src/core/flow/playScenario';
import { scenarioById } from '../../../src/core/flow/scenarios/index';
import type { Cause } from '../../../src/core/flow/symptoms/cause';
import { causes, type CauseId } from '../../../src/core/flow/symptoms/causes';
import { symptomIds, symptoms, type SymptomId } from '../../../src/core/flow/symptoms/symptoms';
import { traceSymptom } from '../../../src/core/flow/symptoms/traceSymptom';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { lint } from '../../../src/core/lint/lint';
import { rules } from '../../../src/core/lint/rules/index';
import { SourceText } from '../../../src/core/text/sourceText';

const kubernetes = createKubernetes(kubernetesData);
const causeIds = Object.keys(causes) as CauseId[];

function playOfScenario(id: string): Play {
  const scenario = scenarioById(id);
  assert.ok(scenario, id);
  return playScenario(scenario, kubernetes);
}

const recordings = new URL('../../conformance/recordings/kubernetes-1.20.2/', import.meta.url);
const recorded = readdirSync(recordings)
  .map((name) => readFileSync(new URL(name, recordings), 'utf8'))
  .join('\n');

describe('the catalogue of symptoms', () => {
  for (const id of symptomIds) {
    it(`${id} is in words that real programs printed, and explained`, () => {
      assert.ok(recorded.includes(symptoms[id].words));
      assert.ok(flowCatalogue[`flow.symptom.${id}`]);
    });
  }

  for (const id of causeIds) {
    it(`${id} names rules, sentences and a scenario that exist, and belongs to a symptom`, () => {
      const { found, told, shown }: Cause = causes[id];
      const ruleIds = new Set(rules.map((rule) => rule.id));
      for (const { rule } of found) assert.ok(ruleIds.has(rule), rule);
      for (const { sentence } of told) assert.ok(flowCatalogue[`flow.step.${sentence}`], sentence);
      assert.ok(flowCatalogue[`flow.cause.${id}`] && flowCatalogue[`flow.cause.${id}.fix`]);
      assert.ok(symptomIds.some((symptom) => (symptoms[symptom].causes as readonly CauseId[]).includes(id)));
      if (!shown) return;
      const play = playOfScenario(shown.scenario);
      assert.ok(play.steps.some(({ step }) => step === shown.step));
    });

    it(`${id} is told by the play of its scenario`, () => {
      const { told, shown }: Cause = causes[id];
      const symptom = symptomIds.find((one) => (symptoms[one].causes as readonly CauseId[]).includes(id));
      assert.ok(symptom);
      if (told.length === 0 || !shown) return;
      const play = playOfScenario(shown.scenario);
      const traced = traceSymptom(symptom, [], play).present.find(({ cause }) => cause === id);
      assert.equal(play.steps[traced?.step ?? -1]?.step, shown.step);
    });
  }
});

describe('a symptom led back', () => {
  const present = (symptom: SymptomId, scenario: string) =>
    traceSymptom(symptom, [], playOfScenario(scenario)).present.map(({ cause }) => cause);

  it('shows nothing in a cluster in which nothing is wrong', () => {
    for (const symptom of symptomIds.filter((id) => id !== 'csr-pending' && id !== 'tls-internal-error')) {
      assert.deepEqual(present(symptom, 'kubeadm'), [], symptom);
    }
  });

  it('tells causes with the same symptom apart', () => {
    assert.deepEqual(present('node-not-ready', 'one-year-bomb'), ['rotation-off']);
    assert.deepEqual(present('node-not-ready', 'missing-renewal-binding'), ['renewal-not-approved']);
    assert.deepEqual(present('node-not-ready', 'ca-changed'), ['ca-changed']);
    assert.deepEqual(present('csr-pending', 'controller-disabled'), ['csrapproving-off']);
    assert.deepEqual(present('csr-pending', 'serving-nobody-approves'), ['serving-not-approved']);
  });

  it('goes by findings too, and by the step where they hurt', () => {
    const finding = (step: 'approve' | 'sign') => ({ rule: 'csr-controller-disabled', step });
    const approve = finding('approve');
    const traced = traceSymptom('csr-pending', [approve, finding('sign')], undefined);
    assert.deepEqual(traced.present, [{ cause: 'csrapproving-off', findings: [approve], step: undefined }]);
    assert.ok(traced.possible.includes('first-not-approved'));
  });

  it('leads the files of a broken scenario to the finding', () => {
    const scenario = scenarioById('one-year-bomb');
    assert.ok(scenario);
    const files = scenario.files.map(({ path, text }) => readFile(new SourceText(path, text)));
    const { findings } = lint(files, { kubernetes, target: scenario.release });
    const [first] = traceSymptom('certificate-expired', findings, undefined).present;
    assert.equal(first?.cause, 'rotation-off');
    assert.deepEqual([...new Set(first.findings.map(({ rule }) => rule))], ['rotate-certificates-missing']);
  });
});

it('a scenario made for a cause that no words tell shows it at its step', () => {
  const play = playOfScenario('node-off-for-a-year');
  const cause = traceSymptom('certificate-expired', [], play).present.find((one) => one.cause === 'node-was-off');
  assert.equal(play.steps[cause?.step ?? -1]?.step, 'bootstrap-again');
  const elsewhere = traceSymptom('certificate-expired', [], { steps: play.steps });
  assert.ok(elsewhere.possible.includes('node-was-off'));
});
