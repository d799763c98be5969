import type { Message } from '../../messages/message';
import type { Play, PlayStep } from '../play';
import { questionIds, questions, type Question, type QuestionId } from './questions';

/** One thing that might happen next. */
export interface Alternative {
  readonly id: string;
  readonly text: Message;
  /** Why it does not happen; shown to who has chosen it, and only when it is wrong. */
  readonly why: Message;
  readonly right: boolean;
}

/** A question that a play asks. */
export interface AskedQuestion {
  readonly id: QuestionId;
  /** 0-based index of the step that answers it; the question belongs to the moment before. */
  readonly step: number;
  readonly text: Message;
  readonly alternatives: readonly Alternative[];
}

/** Returns the questions that a play asks, each once: before the first step that answers it. */
export function questionsOf({ steps }: Pick<Play, 'steps'>): readonly AskedQuestion[] {
  return questionIds.flatMap((id) => {
    const step = steps.findIndex((one, index) => index > 0 && answerTo(questions[id], one) !== undefined);
    const answer = steps[step] && answerTo(questions[id], steps[step]);
    return answer === undefined ? [] : [asked(id, step, answer)];
  });
}

function asked(id: QuestionId, step: number, answer: string): AskedQuestion {
  const question: Question = questions[id];
  const alternatives = Object.keys(question.alternatives).map((alternative) => ({
    id: alternative,
    text: text(`${id}.${alternative}`),
    why: text(`${id}.${alternative}.why`),
    right: alternative === answer,
  }));
  return { id, step, text: text(id), alternatives };
}

function answerTo({ steps, alternatives }: Question, told: PlayStep): string | undefined {
  if (!steps.includes(told.step)) return undefined;
  const right = Object.entries(alternatives).find(([, sentences]) =>
    sentences.some((sentence) => told.sentence.id === `flow.step.${sentence}`),
  );
  return right?.[0];
}

function text(id: string): Message {
  return { id: `flow.question.${id}`, params: {} };
}
