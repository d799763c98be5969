import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readFile } from '../../../src/core/documents/readFile';
import { flowCatalogue } from '../../../src/core/flow/catalogue';
import { isFlowStepId } from '../../../src/core/flow/flowStep';
import { scenarioById } from '../../../src/core/flow/scenarios/index';
import type { Exercise } from '../../../src/core/lab/exercise';
import { exerciseById, exercises } from '../../../src/core/lab/exercises/index';
import { judge, type Judgement } from '../../../src/core/lab/judge';
import { labMessages } from '../../../src/core/lab/messages/en';
import { messageCatalogue } from '../../../src/core/lint/catalogue';
import { lint } from '../../../src/core/lint/lint';
import { rules } from '../../../src/core/lint/rules/index';
import { renderMessage, type Message } from '../../../src/core/messages/message';
import { SourceText } from '../../../src/core/text/sourceText';
import { kubernetes } from '../kubernetes/knowledge';
import { repaired, type Repair } from './repair';
import { repairs } from './repairs';

const catalogue = { ...labMessages, ...flowCatalogue, ...messageCatalogue(rules) };

/** Where the play of the broken files shows the cause, and not what follows from it. */
const FIRST_SEEN: Readonly<Record<string, string>> = {
  'csr-permission': 'authorize-create 1',
  'wrong-subject': 'authorize-create 1',
  'token-refused': 'authenticate 1',
  'first-approval': 'approve 1',
  'never-issued': 'sign 1',
  'one-year-bomb': 'expire 1',
  'renewal-approval': 'renewal-approve 1',
  'ten-minute-certificates': 'sign 1',
  'rotation-1.7': 'expire 2',
  'embedded-certificate': 'bootstrap-again 3',
  upgrade: 'kubelet-start 1',
  'serving-verifiable': 'serving-certificate 1',
};

function after(exercise: Exercise, repair: Repair): Judgement {
  return judge(exercise, repaired(exercise.files, repair), kubernetes);
}

function textOf(message: Message): string {
  const text = renderMessage(message, catalogue);
  assert.notEqual(text, message.id);
  assert.doesNotMatch(text, /\{\w+\}/, message.id);
  return text;
}

/** What is left to do, for the message of a failed assertion. */
function told({ unmet, met, outcome }: Judgement): string {
  return [...unmet.map(({ message }) => message), ...met, outcome].map(textOf).join(' ');
}

describe('exercises', () => {
  it('are all listed: one file each, named after its id', () => {
    const folder = new URL('../../../src/core/lab/exercises/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name !== 'index.ts');
    assert.deepEqual(exercises.map(({ id }) => `${id}.ts`).sort(), files.sort());
    for (const { id } of exercises) assert.equal(exerciseById(id)?.id, id);
    assert.equal(exerciseById('nothing'), undefined);
    assert.deepEqual(Object.keys(repairs).sort(), exercises.map(({ id }) => id).sort());
  });

  it('say nothing that no exercise says', () => {
    const used = exercises.flatMap(textsOf).map(({ id }) => id);
    const written = Object.keys(labMessages).filter((id) => !/^lab\.(?:un)?met\./.test(id));
    assert.deepEqual(written.sort(), used.sort());
  });

  for (const exercise of exercises) describeExercise(exercise);
});

it('what is no YAML is said before what follows from it', () => {
  const [csrPermission] = exercises;
  assert.ok(csrPermission);
  const right = repairs['csr-permission']?.hinted.changes ?? [];
  const more = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: one-too-far
    namespace: to-the-right
`;
  const broken = { name: 'broken', changes: [...right, { path: 'bootstrap-rbac.yaml', more }] };
  const { solved, unmet } = after(csrPermission, broken);
  assert.equal(solved, false);
  assert.equal(unmet[0]?.finding?.rule, 'yaml-syntax');
});

function textsOf({ title, story, goal, hints, learnt, oftenRead }: Exercise): readonly Message[] {
  return [title, story, goal, ...hints, learnt, ...(oftenRead ? [oftenRead] : [])];
}

function describeExercise(exercise: Exercise): void {
  const { hinted, others, tempting } = repairs[exercise.id] ?? {
    hinted: { name: '', changes: [] },
    others: [],
    tempting: [],
  };
  describe(exercise.id, () => {
    it('has all texts, and names rules, steps and files that exist', () => {
      for (const message of textsOf(exercise)) textOf(message);
      for (const id of exercise.explainedBy)
        assert.ok(
          rules.some((rule) => rule.id === id),
          id,
        );
      assert.ok(exercise.files.some(({ path }) => path === exercise.opens));
      if (!exercise.shownBy) return;
      assert.ok(scenarioById(exercise.shownBy.scenario));
      assert.ok(isFlowStepId(exercise.shownBy.step));
    });

    it('has files that name their release, and that every rule can read', () => {
      const parsed = exercise.files.map(({ path, text }) => readFile(new SourceText(path, text)));
      assert.deepEqual(
        parsed.filter(({ kind }) => kind === undefined).map(({ source }) => source.path),
        [],
      );
      const { cluster, faults } = lint(parsed, { kubernetes, target: 'auto' });
      assert.deepEqual([cluster.target.release, cluster.target.source], [exercise.release, 'evidence']);
      assert.deepEqual(faults, []);
    });

    it('starts unsolved, and says why', () => {
      const judgement = judge(exercise, exercise.files, kubernetes);
      assert.equal(judgement.solved, false);
      assert.ok(judgement.unmet.length > 0);
      assert.equal(judgement.unmet.length + judgement.met.length, exercise.conditions.length);
      told(judgement);
    });

    it('leads from what is missing to the step that shows it', () => {
      const { see } = judge(exercise, exercise.files, kubernetes);
      assert.equal(see && `${see.step} ${String(see.occurrence)}`, FIRST_SEEN[exercise.id]);
    });

    it('is not solved by taking files away', () => {
      for (const { path } of exercise.files) {
        const rest = exercise.files.filter((file) => file.path !== path);
        assert.equal(judge(exercise, rest, kubernetes).solved, false, path);
      }
      assert.equal(judge(exercise, [], kubernetes).solved, false);
    });

    it('is solved by what the last hint says', () => {
      const judgement = after(exercise, hinted);
      assert.ok(judgement.solved, told(judgement));
      assert.equal(judgement.met.length, exercise.conditions.length);
    });

    it('is solved by another repair that is as good', () => {
      assert.ok(others.length > 0);
      for (const repair of others) {
        const judgement = after(exercise, repair);
        assert.ok(judgement.solved, `${repair.name}: ${told(judgement)}`);
      }
    });

    it('is not solved by what suggests itself', () => {
      assert.ok(tempting.length > 0);
      for (const repair of tempting) assert.equal(after(exercise, repair).solved, false, repair.name);
    });
  });
}
