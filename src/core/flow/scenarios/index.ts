import { apiServerOtherCa } from './api-server-other-ca';
import { automaticApproval } from './automatic-approval';
import { bombRestarted } from './bomb-restarted';
import { bombWithoutBootstrapFile } from './bomb-without-bootstrap-file';
import { caChanged } from './ca-changed';
import { controllerDisabled } from './controller-disabled';
import { csrDenied } from './csr-denied';
import { embeddedCertificate } from './embedded-certificate';
import { era17 } from './era-1.7';
import { era18 } from './era-1.8';
import { expiredToken } from './expired-token';
import { kubeadm } from './kubeadm';
import { malformedToken } from './malformed-token';
import { manualApproval } from './manual-approval';
import { missingNodeBootstrapper } from './missing-node-bootstrapper';
import { missingRenewalBinding } from './missing-renewal-binding';
import { nodeOffForAYear } from './node-off-for-a-year';
import { oneYearBomb } from './one-year-bomb';
import { servingApprovedByItself } from './serving-approved-by-itself';
import { servingApprover } from './serving-approver';
import { servingNobodyApproves } from './serving-nobody-approves';
import { signingKeyMissing } from './signing-key-missing';
import type { Scenario } from '../scenario';
import { tenMinuteCertificates } from './ten-minute-certificates';
import { tenYearCertificates } from './ten-year-certificates';
import { today } from './today';
import { tokenFile } from './token-file';
import { tokenHolder } from './token-holder';
import { twoNodesOneName } from './two-nodes-one-name';
import { upgradeRemovedGate } from './upgrade-removed-gate';
import { wrongToken } from './wrong-token';

/** The built-in scenarios in the order in which they are offered. */
export const scenarios: readonly Scenario[] = [
  today,
  era18,
  era17,
  oneYearBomb,
  missingNodeBootstrapper,
  kubeadm,
  tokenFile,
  manualApproval,
  automaticApproval,
  wrongToken,
  expiredToken,
  malformedToken,
  controllerDisabled,
  signingKeyMissing,
  csrDenied,
  apiServerOtherCa,
  missingRenewalBinding,
  bombRestarted,
  bombWithoutBootstrapFile,
  nodeOffForAYear,
  embeddedCertificate,
  caChanged,
  servingApprovedByItself,
  servingNobodyApproves,
  servingApprover,
  tenMinuteCertificates,
  tenYearCertificates,
  twoNodesOneName,
  tokenHolder,
  upgradeRemovedGate,
];

/** Returns the built-in scenario of that id; undefined when there is none. */
export function scenarioById(id: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.id === id);
}
