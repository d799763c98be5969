import type { Draft, FileRule } from '../../rule';

export const rule: FileRule = {
  id: 'yaml-syntax',
  group: 'A',
  severity: 'error',
  scope: 'file',
  lifeCycle: false,
  step: undefined,
  messages: {
    broken: 'Kubernetes refuses this document, because it cannot be read: {reason}.',
  },
  check: ({ kind, source, problems }) =>
    kind === 'kubernetes-yaml'
      ? problems.map(({ range, reason }): Draft => ({
          path: source.path,
          range,
          message: 'broken',
          params: { reason },
        }))
      : [],
};
