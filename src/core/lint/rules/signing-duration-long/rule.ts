import { signingDurations } from '../../../cluster/signingDuration';
import type { ClusterRule } from '../../rule';

const YEAR = 8760 * 3600;

/** From here on it is longer than most clusters live. */
const LONG = 10 * YEAR;

export const rule: ClusterRule = {
  id: 'signing-duration-long',
  group: 'C',
  severity: 'info',
  scope: 'cluster',
  lifeCycle: false,
  step: 'sign',
  messages: {
    long: 'Certificates live for {years} years: whoever copies the key of a node is that node until then, and with rotation nobody needs them so long.',
    typo: 'Certificates live for {years} years: perhaps a zero too many, one year is 8760h and ten years are 87600h.',
  },
  check: (cluster) =>
    signingDurations(cluster)
      .filter(({ seconds }) => seconds >= LONG)
      .map(({ seconds, origin }) => ({
        ...origin,
        message: seconds >= 5 * LONG ? 'typo' : 'long',
        params: { years: String(Math.round(seconds / YEAR)) },
      })),
};
