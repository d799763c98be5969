import type { Catalogue } from '../../messages/message';
import { exerciseMessages } from './exercises';

/** All English texts of the lab. */
export const labMessages: Catalogue = {
  ...exerciseMessages,
  'lab.met.ready-on-day': 'On day {day} the node is Ready.',
  'lab.met.renewed': 'The kubelet gets its next certificate with the one it has.',
  'lab.met.serving-certificate': 'The CA of the cluster has signed a certificate for port 10250.',
  'lab.met.client-certificates-live': 'No certificate of the kubelet lives too long or too short.',
  'lab.met.bootstrap-cluster-admin': 'A bootstrap token is no administrator of the cluster.',
  'lab.met.apiserver-authorization-mode': 'kube-apiserver lets a request do only what RBAC says it may.',
  'lab.met.flag-removed': 'Every flag is one that this release still has.',
  'lab.met.feature-gate-removed': 'Every feature gate is one that this release still has.',
  'lab.met.serving-rotation-missing': 'The kubelet asks the cluster for the certificate of port 10250.',
  'lab.met.apiserver-kubelet-ca-missing': 'kube-apiserver checks the certificate of port 10250.',
  'lab.unmet.component': 'No file runs a {component} any more.',
  'lab.unmet.ready-on-day': 'On day {day} the node is not Ready.',
  'lab.unmet.renewed': 'The kubelet never gets a second certificate with the one it has.',
  'lab.unmet.serving-certificate': 'Nobody has signed a certificate for port 10250.',
  'lab.unmet.live-too-long': 'A certificate of the kubelet lives longer than {days} days.',
  'lab.unmet.live-too-short': 'A certificate of the kubelet lives less than {days} days.',
  'lab.unmet.quiet': '{path} ({rule}):',
};
