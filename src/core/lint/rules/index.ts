import type { Rule } from '../rule';
import { rule as clientRotationGateMissing } from './client-rotation-gate-missing/rule';
import { rule as featureGateRemoved } from './feature-gate-removed/rule';
import { rule as flagNotYet } from './flag-not-yet/rule';
import { rule as flagRemoved } from './flag-removed/rule';
import { rule as nodeBootstrapperUnbound } from './node-bootstrapper-unbound/rule';
import { rule as renewalApprovalUnbound } from './renewal-approval-unbound/rule';
import { rule as rotateCertificatesMissing } from './rotate-certificates-missing/rule';
import { rule as rotateCertificatesOff } from './rotate-certificates-off/rule';
import { rule as selfnodeserverDead } from './selfnodeserver-dead/rule';
import { rule as serverGateAlone } from './server-gate-alone/rule';
import { rule as serverRotationGateMissing } from './server-rotation-gate-missing/rule';
import { rule as unusedSilencing } from './unused-silencing/rule';

/** All rules, in the order of the catalogue. A test shows that these are the folders beside this file. */
export const rules: readonly Rule[] = [
  flagRemoved,
  flagNotYet,
  featureGateRemoved,
  nodeBootstrapperUnbound,
  rotateCertificatesMissing,
  rotateCertificatesOff,
  clientRotationGateMissing,
  renewalApprovalUnbound,
  serverRotationGateMissing,
  serverGateAlone,
  selfnodeserverDead,
  unusedSilencing,
];
