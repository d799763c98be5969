import type { Catalogue } from '../../messages/message';
import { exerciseMessages } from './exercises';

/** All English texts of the lab. */
export const labMessages: Catalogue = {
  ...exerciseMessages,
  'lab.met.ready-on-day': 'On day {day} the node is Ready.',
  'lab.met.renewed': 'The kubelet gets its next certificate with the one it has.',
  'lab.met.serving-certificate': 'The CA of the cluster has signed a certificate for port 10250.',
  'lab.met.client-certificates-live': 'No certificate of the kubelet lives too long or too short.',
  'lab.met.quiet': 'The rule {rule} finds nothing.',
  'lab.unmet.component': 'No file runs a {component} any more.',
  'lab.unmet.ready-on-day': 'On day {day} the node is not Ready.',
  'lab.unmet.renewed': 'The kubelet never gets a second certificate with the one it has.',
  'lab.unmet.serving-certificate': 'Nobody has signed a certificate for port 10250.',
  'lab.unmet.live-too-long': 'A certificate of the kubelet lives longer than {days} days.',
  'lab.unmet.live-too-short': 'A certificate of the kubelet lives less than {days} days.',
  'lab.unmet.quiet': '{rule} has something to say about {path}.',
};
