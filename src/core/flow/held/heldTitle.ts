import type { Message, Params } from '../../messages/message';
import { span } from '../play/span';
import type { HeldRequest, HeldThing } from './heldThing';

/** Returns what something held is called: a file by its name, everything else in words. */
export function titleOf(thing: HeldThing): Message {
  switch (thing.kind) {
    case 'file':
    case 'symlink':
      return held('title.file', { file: lastName(thing.path) });
    case 'token':
      return held('title.token');
    case 'request':
      return held(thing.usages.includes('server auth') ? 'title.request.serving' : 'title.request.client');
    case 'certificate':
      return held(`title.certificate.${thing.purpose}`);
    case 'decision':
      return held('title.decision', { resource: lastName(thing.permission.resource) });
    case 'node':
      return held('title.node', { name: thing.name });
  }
}

/** Returns the one line that tells how it is with something held. */
export function summaryOf(thing: HeldThing): Message {
  switch (thing.kind) {
    case 'file':
      return held(`contents.${thing.contents}`);
    case 'symlink':
      return held('link', { target: lastName(thing.target) });
    case 'token':
      return thing.user ? held('token', { username: thing.user.username }) : held('token.refused');
    case 'request':
      return held('request', { name: thing.name, state: stateOf(thing) });
    case 'certificate':
      return thing.expired ? held('expired') : held('until', { end: span(thing.notAfter) });
    case 'decision':
      return held(thing.grant ? 'allowed' : 'refused', { username: thing.username });
    case 'node':
      return held('ready', { ready: thing.ready });
  }
}

/** What `kubectl get csr` would say about a request. */
function stateOf({ condition, issued }: HeldRequest): string {
  if (!condition) return 'Pending';
  return issued ? `${condition.type},Issued` : condition.type;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function held(id: string, params: Params = {}): Message {
  return { id: `flow.held.${id}`, params };
}
