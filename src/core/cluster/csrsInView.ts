import type { CertificateSigningRequestDocument } from '../documents/certificateSigningRequest/certificateSigningRequestDocument';
import type { CertificateRequest } from '../documents/pkcs10/certificateRequest';
import type { Cluster, InFile } from './cluster';
import type { AskedCertificate } from './csrRecognisers';

/** Returns the CertificateSigningRequests of all files, in the order written. */
export function csrsInView({ files }: Pick<Cluster, 'files'>): readonly InFile<CertificateSigningRequestDocument>[] {
  return files.flatMap(({ source, documents }) =>
    documents.flatMap((document) =>
      document.type === 'certificate-signing-request' ? [{ path: source.path, value: document }] : [],
    ),
  );
}

/** Returns what an object asks for, its PKCS#10 request given. Who asks is known only once kube-apiserver has written it down. */
export function askedOf(csr: CertificateSigningRequestDocument, request: CertificateRequest): AskedCertificate {
  const { signerName, usages, username } = csr;
  return {
    usages: usages.map(({ value }) => value),
    signerName: signerName?.value,
    username: username && !username.templated ? username.value : undefined,
    ...request,
  };
}
