import type { FlowStepId } from '../flowStep';

/** What a reader may expect before a decisive step. Its texts are `flow.question.<id>`, `….<alternative>` and `….<alternative>.why`. */
export interface Question {
  /** The steps before which it is asked. */
  readonly steps: readonly FlowStepId[];
  /** Each alternative with the sentences (without `flow.step.`) that make it right; one without any is never right. */
  readonly alternatives: Readonly<Record<string, readonly string[]>>;
}

/** The questions by id, in the order in which a play comes to them. */
export const questions = {
  token: {
    steps: ['authenticate'],
    alternatives: { known: ['token-accepted'], forbidden: [], unauthorized: ['token-refused'] },
  },
  ask: {
    steps: ['authorize-create'],
    alternatives: { unauthorized: [], allowed: ['create-allowed'], forbidden: ['create-refused'] },
  },
  approve: {
    steps: ['approve'],
    alternatives: {
      apiserver: [],
      csrapproving: ['approved'],
      nobody: ['not-approved', 'nobody-approves'],
    },
  },
  sign: {
    steps: ['sign'],
    alternatives: { kubelet: [], csrsigning: ['signed'], nobody: ['not-signed', 'nobody-signs'] },
  },
  'serving-approve': {
    steps: ['serving-approve'],
    alternatives: {
      csrapproving: ['approved'],
      operator: ['approved-by-hand', 'approved-by-script', 'approved-by-approver'],
      nobody: ['nobody-approves-serving'],
    },
  },
  'renewal-approve': {
    steps: ['renewal-approve'],
    alternatives: { kubelet: [], csrapproving: ['approved'], nobody: ['not-approved', 'nobody-approves'] },
  },
  renewal: {
    steps: ['rotate', 'expire'],
    alternatives: { token: [], itself: ['renewal-csr'], nothing: ['expired-rotation-off'] },
  },
  'after-expiry': {
    steps: ['expire'],
    alternatives: { renews: [], refused: ['status-refused'], exits: ['gives-up'] },
  },
} as const satisfies Readonly<Record<string, Question>>;

export type QuestionId = keyof typeof questions;

export const questionIds = Object.keys(questions) as readonly QuestionId[];
