import { EncodedData } from '../encodedData';
import { headRangeOf, type YamlObject } from '../kubernetesYaml/yamlObject';
import { fieldAs, fieldOf, listOf, type Field } from '../yaml/field';
import { itemsOf, valueOf, type YamlNode } from '../yaml/node';
import type { CertificateSigningRequestDocument, CsrCondition } from './certificateSigningRequestDocument';

const encodedData = (text: string): EncodedData => new EncodedData(text);

/** `<base64>` and `CSR_BASE64` stand where a request goes, and are none: base64 has no such characters. */
const STAND_IN = /^(?:<[^<>]+>|[A-Z\d]+(?:_[A-Z\d]+)+)$/;

function requestOf(spec: YamlNode | undefined): Field<EncodedData> | undefined {
  const request = fieldAs(spec, 'request', encodedData);
  return (
    request && { ...request, templated: request.templated || STAND_IN.test(fieldOf(spec, 'request')?.value ?? '') }
  );
}

/** Returns a CertificateSigningRequest, v1alpha1 to v1; nothing for any other object. */
export function readCertificateSigningRequest(object: YamlObject): readonly CertificateSigningRequestDocument[] {
  const { root, head, templated } = object;
  if (head.kind !== 'CertificateSigningRequest' || !head.apiVersion.startsWith('certificates.k8s.io/')) return [];
  const metadata = valueOf(root, 'metadata');
  const spec = valueOf(root, 'spec');
  const status = valueOf(root, 'status');
  return [
    {
      type: 'certificate-signing-request',
      range: root.range,
      headRange: headRangeOf(object),
      apiVersion: head.apiVersion,
      name: fieldOf(metadata, 'name'),
      created: fieldOf(metadata, 'creationTimestamp'),
      request: requestOf(spec),
      signerName: fieldOf(spec, 'signerName'),
      usages: listOf(spec, 'usages'),
      username: fieldOf(spec, 'username'),
      groups: listOf(spec, 'groups'),
      expirationSeconds: fieldOf(spec, 'expirationSeconds'),
      conditions: itemsOf(valueOf(status, 'conditions')).map((condition): CsrCondition => ({
        conditionType: fieldOf(condition, 'type'),
        status: fieldOf(condition, 'status'),
        reason: fieldOf(condition, 'reason'),
        message: fieldOf(condition, 'message'),
        lastUpdateTime: fieldOf(condition, 'lastUpdateTime'),
        range: condition.range,
      })),
      certificate: fieldAs(status, 'certificate', encodedData),
      templated,
    },
  ];
}
