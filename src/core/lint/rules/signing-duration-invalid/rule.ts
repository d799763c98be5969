import { signingDurations } from '../../../cluster/signingDuration';
import type { ClusterRule } from '../../rule';

export const rule: ClusterRule = {
  id: 'signing-duration-invalid',
  group: 'C',
  severity: 'error',
  scope: 'cluster',
  lifeCycle: false,
  step: 'sign',
  messages: {
    never:
      'A certificate that lives for {duration} is over when it is issued: kube-apiserver answers 401 to every node that shows it.',
  },
  check: (cluster) =>
    signingDurations(cluster)
      .filter(({ seconds }) => seconds <= 0)
      .map(({ text, origin }) => ({ ...origin, message: 'never', params: { duration: text } })),
};
