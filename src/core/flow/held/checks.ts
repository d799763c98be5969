import type { Message } from '../../messages/message';
import type { HeldCertificate, HeldDecision, HeldRequest, HeldThing } from './heldThing';

/** A command that shows something held for what it is, and what to look for in its answer. */
export interface Check {
  readonly command: string;
  readonly look: Message;
}

/** Returns how to check something held by oneself; nothing for what no command shows. `startsAt` is the play's. */
export function checksOf(thing: HeldThing, startsAt: number): readonly Check[] {
  switch (thing.kind) {
    case 'certificate':
      return certificateChecks(thing, startsAt);
    case 'request':
      return requestChecks(thing);
    case 'decision':
      return [check(decisionCommand(thing), 'decision')];
    case 'symlink':
      return [check(`readlink -f ${word(thing.path)}`, 'symlink')];
    case 'node':
      return [check(`kubectl describe node ${word(thing.name)}`, 'node')];
    case 'file':
    case 'token':
      return [];
  }
}

function certificateChecks({ file, notBefore }: HeldCertificate, startsAt: number): readonly Check[] {
  const from = String(Math.floor(startsAt / 1000 + notBefore));
  return [
    check(`openssl x509 -in ${word(file)} -noout -text`, 'certificate.node'),
    check(`openssl verify -attime ${from} -CAfile ca.pem certificate.pem`, 'certificate.example'),
  ];
}

function requestChecks({ name }: HeldRequest): readonly Check[] {
  const read = `kubectl get csr ${word(name)} -o jsonpath='{.spec.request}' | base64 -d | openssl req -noout -text`;
  return [check(read, 'request.cluster'), check('openssl req -in request.pem -noout -text -verify', 'request.example')];
}

/** A resource with its subresource is written apart there. */
function decisionCommand({ username, groups, permission }: HeldDecision): string {
  const [resource = '', subresource] = permission.resource.split('/');
  return [
    `kubectl auth can-i ${word(permission.verb)} ${word(`${resource}.${permission.apiGroup}`)}`,
    ...(subresource === undefined ? [] : [`--subresource=${word(subresource)}`]),
    `--as=${word(username)}`,
    ...groups.map((group) => `--as-group=${word(group)}`),
  ].join(' ');
}

/** Returns a text as one word of a POSIX shell. */
function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function check(command: string, look: string): Check {
  return { command, look: { id: `flow.check.${look}`, params: {} } };
}
