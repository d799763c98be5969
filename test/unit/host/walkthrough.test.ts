import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isFlowStepId } from '../../../src/core/flow/flowStep';
import { scenarioById } from '../../../src/core/flow/scenarios/index';
import { exerciseById } from '../../../src/core/lab/exercises/index';
import { rules } from '../../../src/core/lint/rules/index';
import { deeds } from '../../../src/host/deeds';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: Readonly<Record<string, string>>;
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const languages = readdirSync('.').filter((name) => /^package\.nls\.(?:.*\.)?json$/.test(name));

for (const language of languages) {
  const texts = JSON.parse(readFileSync(language, 'utf8')) as Readonly<Record<string, string>>;
  const english = JSON.parse(readFileSync('package.nls.json', 'utf8')) as typeof texts;
  const written = (text: string): string => {
    const key = /^%(.+)%$/.exec(text)?.[1];
    return key === undefined ? text : (texts[key] ?? english[key] ?? assert.fail(`${language} lacks ${key}`));
  };

  test(`the pictures and pages of the walkthrough exist (${language})`, () => {
    for (const { media } of steps) {
      const file = written(media.svg ?? media.markdown ?? '');
      assert.ok(existsSync(file), file);
    }
  });

  test(`each step has one action, and what it names exists (${language})`, () => {
    for (const { description } of steps) {
      const links = [...written(description).matchAll(/\]\(command:([\w.]+)(?:\?([^)]*))?\)/g)];
      assert.equal(links.length, 1, description);
      const [, command = '', argument] = links[0] ?? [];
      assert.ok(
        contributes.commands.some((known) => known.command === command),
        command,
      );
      if (argument !== undefined) checkArgument(command, JSON.parse(decodeURIComponent(argument)) as unknown);
    }
  });
}

test('descriptions use no marks that the editor would show as they are', () => {
  for (const language of languages) {
    const texts = JSON.parse(readFileSync(language, 'utf8')) as Readonly<Record<string, string>>;
    for (const [key, text] of Object.entries(texts)) {
      if (/^walkthrough\..*description$/.test(key)) assert.doesNotMatch(text, /`|(?<!\*)\*(?!\*)/, key);
    }
  }
});

test('each step is completed by something done', () => {
  for (const { completionEvents } of steps) {
    assert.equal(completionEvents.length, 1);
    const deed = /^onContext:tlsBootstrap\.did\.(.+)$/.exec(completionEvents[0] ?? '')?.[1] ?? '';
    const exercise = /^solved\.(.+)$/.exec(deed)?.[1];
    if (exercise === undefined) assert.ok((deeds as readonly string[]).includes(deed), deed);
    else assert.ok(exerciseById(exercise), exercise);
  }
});

test('every deed completes a step', () => {
  const events = steps.flatMap(({ completionEvents }) => completionEvents);
  const idle = deeds.filter((deed) => !events.includes(`onContext:tlsBootstrap.did.${deed}`));
  assert.deepEqual(idle, []);
});

test('a picture takes all its colours from the theme', () => {
  for (const name of readdirSync('media/walkthrough').filter((file) => file.endsWith('.svg'))) {
    const colours = [...readFileSync(`media/walkthrough/${name}`, 'utf8').matchAll(/(?:fill|stroke)="([^"]+)"/g)];
    const fixed = colours
      .map(([, colour = '']) => colour)
      .filter((colour) => !/^(?:none|var\(--vscode-.*\))$/.test(colour));
    assert.deepEqual(fixed, [], name);
  }
});

function checkArgument(command: string, argument: unknown): void {
  if (command === 'tlsBootstrap.showRule')
    assert.ok(
      rules.some(({ id }) => id === argument),
      String(argument),
    );
  else if (command === 'tlsBootstrap.lab.open') assert.ok(exerciseById(String(argument)), String(argument));
  else if (command === 'tlsBootstrap.openPlayer') {
    const { scenario, step } = argument as Readonly<Record<string, string>>;
    assert.ok(scenarioById(scenario ?? ''), scenario);
    assert.ok(step === undefined || isFlowStepId(step), step);
  } else assert.fail(`${command} takes no argument`);
}
