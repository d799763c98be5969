import type { Exercise } from '../exercise';
import { csrPermission } from './csr-permission';
import { embeddedCertificate } from './embedded-certificate';
import { firstApproval } from './first-approval';
import { neverIssued } from './never-issued';
import { oneYearBomb } from './one-year-bomb';
import { renewalApproval } from './renewal-approval';
import { rotation17 } from './rotation-1.7';
import { servingVerifiable } from './serving-verifiable';
import { tenMinuteCertificates } from './ten-minute-certificates';
import { tokenRefused } from './token-refused';
import { upgrade } from './upgrade';
import { wrongSubject } from './wrong-subject';

/** The exercises in the order in which they are offered: from the first request to the certificate of port 10250. */
export const exercises: readonly Exercise[] = [
  csrPermission,
  wrongSubject,
  tokenRefused,
  firstApproval,
  neverIssued,
  oneYearBomb,
  renewalApproval,
  tenMinuteCertificates,
  rotation17,
  embeddedCertificate,
  upgrade,
  servingVerifiable,
];

/** Returns the exercise of that id; undefined when there is none. */
export function exerciseById(id: string): Exercise | undefined {
  return exercises.find((exercise) => exercise.id === id);
}
