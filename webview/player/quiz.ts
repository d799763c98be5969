import type { Play } from '../../src/core/flow/play';
import { questionsOf, type AskedQuestion } from '../../src/core/flow/questions/questionsOf';
import type { Answers } from '../state';
import type { Stop } from './playback';

/** What is asked at one moment of a play. */
export interface Asking {
  /** Whether the reader wants to be asked. */
  readonly asks: boolean;
  /** The question about the next step; undefined when there is none, or the reader wants none. */
  readonly question: AskedQuestion | undefined;
  /** The alternatives tried, in that order. */
  readonly tried: readonly string[];
}

/** The questions of one play, and what the reader has answered so far. */
export class Quiz {
  readonly #scenario: string;
  readonly #questions: readonly AskedQuestion[];

  constructor(play: Play) {
    this.#scenario = play.scenario;
    this.#questions = questionsOf(play);
  }

  /** Returns what is asked at a step: it is about the step after. */
  at(step: number, asks: boolean, answers: Answers): Asking {
    const question = asks ? this.#questions.find((one) => one.step === step + 1) : undefined;
    return { asks, question, tried: question ? this.#tried(question, answers) : [] };
  }

  /** Returns the answers with one more; the same when nothing is asked at the step, or it is answered already. */
  answer(step: number, alternative: string, answers: Answers): Answers {
    const { question, tried } = this.at(step, true, answers);
    if (!question || isAnswered(question, tried) || tried.includes(alternative)) return answers;
    return { ...answers, [this.#key(question)]: [...tried, alternative] };
  }

  /** Returns the steps as playing sees them: it stops before one whose question waits for an answer. */
  stops({ steps }: Play, asks: boolean, answers: Answers): readonly Stop[] {
    const waiting = this.#questions.filter((question) => asks && !isAnswered(question, this.#tried(question, answers)));
    return steps.map(({ result }, index) => ({ result, asked: waiting.some(({ step }) => step === index) }));
  }

  #tried(question: AskedQuestion, answers: Answers): readonly string[] {
    return answers[this.#key(question)] ?? [];
  }

  #key({ id }: AskedQuestion): string {
    return `${this.#scenario} ${id}`;
  }
}

/** Returns whether a question waits for its answer: the page then hides what would give it away. */
export function isWaiting({ question, tried }: Asking): boolean {
  return question !== undefined && !isAnswered(question, tried);
}

/** Returns whether the right alternative is among those tried. */
export function isAnswered({ alternatives }: AskedQuestion, tried: readonly string[]): boolean {
  return alternatives.some(({ id, right }) => right && tried.includes(id));
}
