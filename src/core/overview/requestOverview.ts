import { csrApprovalsIn } from '../cluster/csrApprovers';
import { csrsInView } from '../cluster/csrsInView';
import { csrVerdict } from '../cluster/csrVerdict';
import type { CertificateSigningRequestDocument } from '../documents/certificateSigningRequest/certificateSigningRequestDocument';
import { readRequest } from '../documents/pkcs10/readRequest';
import { shownName } from '../documents/pkcs10/shownName';
import type { OverviewFacts } from './componentOverview';
import type { ApprovalOverview, RequestOverview } from './overview';

/** Nobody reads longer lists. */
const MOST = 100;

/** Returns the CertificateSigningRequests in view, with what each asks for and who approves it. */
export function requestsOf({ cluster, kubernetes, places }: OverviewFacts): readonly RequestOverview[] {
  return csrsInView(cluster)
    .slice(0, MOST)
    .map(({ path, value: csr }) => ({
      name: shownName(csr.name?.value ?? csr.apiVersion),
      subject: subjectOf(csr),
      verdict: csrVerdict(csr, cluster, kubernetes),
      place: places.outermost({ path, range: csr.name?.range ?? csr.headRange }),
    }));
}

/** Returns the scripts in view that approve requests, with which they approve and how often they do. */
export function approvalsOf({ cluster, places }: OverviewFacts): readonly ApprovalOverview[] {
  return csrApprovalsIn(cluster)
    .slice(0, MOST)
    .map(({ path, value: { requests, runs, headRange } }) => ({
      requests,
      runs,
      place: places.outermost({ path, range: headRange }),
    }));
}

function subjectOf({ request }: CertificateSigningRequestDocument): string {
  const read = request && !request.templated ? readRequest(request.value) : undefined;
  return read?.state === 'read' ? shownName(read.request.commonName) : '';
}
