import type { Rule } from '../rule';
import { rule as apiVersionRemoved } from './api-version-removed/rule';
import { rule as apiserverAuthorizationMode } from './apiserver-authorization-mode/rule';
import { rule as apiserverInsecurePort } from './apiserver-insecure-port/rule';
import { rule as apiserverKubeletCaMissing } from './apiserver-kubelet-ca-missing/rule';
import { rule as apiserverKubeletClientCertificateMissing } from './apiserver-kubelet-client-certificate-missing/rule';
import { rule as apiserverNodeRestrictionMissing } from './apiserver-node-restriction-missing/rule';
import { rule as apiserverTokenFile } from './apiserver-token-file/rule';
import { rule as approveAllFlag } from './approve-all-flag/rule';
import { rule as bootstrapAuthDisabled } from './bootstrap-auth-disabled/rule';
import { rule as bootstrapClusterAdmin } from './bootstrap-cluster-admin/rule';
import { rule as bootstrapKubeconfigIncomplete } from './bootstrap-kubeconfig-incomplete/rule';
import { rule as bootstrapSubjectUnknown } from './bootstrap-subject-unknown/rule';
import { rule as bootstrapTokenInvalid } from './bootstrap-token-invalid/rule';
import { rule as clientCertificateEmbedded } from './client-certificate-embedded/rule';
import { rule as clientRotationGateMissing } from './client-rotation-gate-missing/rule';
import { rule as configFieldType } from './config-field-type/rule';
import { rule as configFieldUnknown } from './config-field-unknown/rule';
import { rule as controllerManagerCannotApprove } from './controller-manager-cannot-approve/rule';
import { rule as controllerManagerRootCaMissing } from './controller-manager-root-ca-missing/rule';
import { rule as controllerManagerServiceAccountKeyMissing } from './controller-manager-service-account-key-missing/rule';
import { rule as csrApprovalUnbound } from './csr-approval-unbound/rule';
import { rule as csrControllerDisabled } from './csr-controller-disabled/rule';
import { rule as csrNotRecognised } from './csr-not-recognised/rule';
import { rule as csrRequestUndecodable } from './csr-request-undecodable/rule';
import { rule as featureGateLocked } from './feature-gate-locked/rule';
import { rule as featureGateMalformed } from './feature-gate-malformed/rule';
import { rule as featureGateNotYet } from './feature-gate-not-yet/rule';
import { rule as featureGateRedundant } from './feature-gate-redundant/rule';
import { rule as featureGateRemoved } from './feature-gate-removed/rule';
import { rule as featureGateUnknown } from './feature-gate-unknown/rule';
import { rule as flagDeprecated } from './flag-deprecated/rule';
import { rule as flagMalformed } from './flag-malformed/rule';
import { rule as flagNotYet } from './flag-not-yet/rule';
import { rule as flagRemoved } from './flag-removed/rule';
import { rule as flagRepeated } from './flag-repeated/rule';
import { rule as flagUnknown } from './flag-unknown/rule';
import { rule as kubeletAnonymousAuth } from './kubelet-anonymous-auth/rule';
import { rule as kubeletAuthorizationAlwaysAllow } from './kubelet-authorization-always-allow/rule';
import { rule as kubeletClientCaMissing } from './kubelet-client-ca-missing/rule';
import { rule as kubeletReadOnlyPort } from './kubelet-read-only-port/rule';
import { rule as nodeBootstrapperUnbound } from './node-bootstrapper-unbound/rule';
import { rule as renewalApprovalUnbound } from './renewal-approval-unbound/rule';
import { rule as roleByHand } from './role-by-hand/rule';
import { rule as rotateCertificatesMissing } from './rotate-certificates-missing/rule';
import { rule as rotateCertificatesOff } from './rotate-certificates-off/rule';
import { rule as secretInClear } from './secret-in-clear/rule';
import { rule as selfnodeserverDead } from './selfnodeserver-dead/rule';
import { rule as serverGateAlone } from './server-gate-alone/rule';
import { rule as serverGateContradiction } from './server-gate-contradiction/rule';
import { rule as serverRotationGateMissing } from './server-rotation-gate-missing/rule';
import { rule as servingApprovalNone } from './serving-approval-none/rule';
import { rule as servingCertificateFixed } from './serving-certificate-fixed/rule';
import { rule as servingRotationMissing } from './serving-rotation-missing/rule';
import { rule as signingDurationInvalid } from './signing-duration-invalid/rule';
import { rule as signingDurationLong } from './signing-duration-long/rule';
import { rule as signingDurationShort } from './signing-duration-short/rule';
import { rule as signingKeyMissing } from './signing-key-missing/rule';
import { rule as tokenFileMalformed } from './token-file-malformed/rule';
import { rule as unusedSilencing } from './unused-silencing/rule';
import { rule as yamlSyntax } from './yaml-syntax/rule';

/** All rules, in the order of the catalogue. A test shows that these are the folders beside this file. */
export const rules: readonly Rule[] = [
  flagRemoved,
  flagNotYet,
  flagDeprecated,
  flagUnknown,
  flagMalformed,
  flagRepeated,
  featureGateRemoved,
  featureGateNotYet,
  featureGateUnknown,
  featureGateLocked,
  featureGateMalformed,
  featureGateRedundant,
  configFieldUnknown,
  configFieldType,
  apiVersionRemoved,
  yamlSyntax,
  bootstrapKubeconfigIncomplete,
  bootstrapAuthDisabled,
  tokenFileMalformed,
  bootstrapTokenInvalid,
  bootstrapSubjectUnknown,
  nodeBootstrapperUnbound,
  bootstrapClusterAdmin,
  csrApprovalUnbound,
  csrRequestUndecodable,
  csrNotRecognised,
  signingKeyMissing,
  csrControllerDisabled,
  approveAllFlag,
  controllerManagerCannotApprove,
  roleByHand,
  rotateCertificatesMissing,
  rotateCertificatesOff,
  clientRotationGateMissing,
  renewalApprovalUnbound,
  signingDurationInvalid,
  signingDurationShort,
  signingDurationLong,
  clientCertificateEmbedded,
  servingRotationMissing,
  serverRotationGateMissing,
  serverGateAlone,
  servingApprovalNone,
  selfnodeserverDead,
  servingCertificateFixed,
  serverGateContradiction,
  kubeletAnonymousAuth,
  kubeletAuthorizationAlwaysAllow,
  kubeletClientCaMissing,
  kubeletReadOnlyPort,
  apiserverKubeletCaMissing,
  apiserverKubeletClientCertificateMissing,
  apiserverAuthorizationMode,
  apiserverNodeRestrictionMissing,
  apiserverTokenFile,
  apiserverInsecurePort,
  controllerManagerRootCaMissing,
  controllerManagerServiceAccountKeyMissing,
  secretInClear,
  unusedSilencing,
];
