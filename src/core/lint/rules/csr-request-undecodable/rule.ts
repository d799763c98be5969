import { readRequest } from '../../../documents/pkcs10/readRequest';
import type { Document } from '../../../documents/document';
import type { Draft, FileRule } from '../../rule';

export const rule: FileRule = {
  id: 'csr-request-undecodable',
  group: 'B',
  severity: 'error',
  scope: 'file',
  lifeCycle: false,
  step: 'create-csr',
  messages: {
    'not-base64':
      'kube-apiserver refuses this object: spec.request has to be base64 of a PEM request, and is no base64.',
    'no-pem': 'kube-apiserver refuses this object: spec.request is base64 of something that is no PEM.',
    'private-key':
      'kube-apiserver refuses this object: spec.request holds a private key, not a request. Whoever has seen this file has the key: make a new one.',
    'other-pem':
      'kube-apiserver refuses this object: its PEM in spec.request has to begin with a block of type CERTIFICATE REQUEST.',
    malformed:
      'kube-apiserver refuses this object: the CERTIFICATE REQUEST in spec.request is no PKCS#10, as if cut off or changed by hand.',
  },
  check: (file) => file.documents.flatMap((document) => checkDocument(file.source.path, document)),
};

function checkDocument(path: string, document: Document): readonly Draft[] {
  if (document.type !== 'certificate-signing-request' || document.templated) return [];
  const { request } = document;
  if (!request || request.templated) return [];
  const read = readRequest(request.value);
  if (read.state === 'read' || read.reason === 'too-long') return [];
  return [{ path, range: request.keyRange, message: read.reason }];
}
