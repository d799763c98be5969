import { scenario } from '../scenario';
import { era18 } from './era-1.8';

export const servingApprovedByItself = scenario({
  id: 'serving-approved-by-itself',
  release: '1.10',
  era: ['1.8', '1.10'],
  files: era18.files,
  run: era18.run,
});
