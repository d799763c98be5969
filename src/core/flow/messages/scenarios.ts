import type { Catalogue } from '../../messages/message';

/** Titles of the built-in scenarios, and what each teaches. */
export const scenarioMessages: Catalogue = {
  'flow.scenario.today.title': 'Today: a node joins and stays',
  'flow.scenario.today.teaches':
    'With rotation on and three bindings, a node gets its identity in a second and keeps it for ever.',
  'flow.scenario.era-1.8.title': '1.8: --rotate-certificates',
  'flow.scenario.era-1.8.teaches':
    'From 1.8 on the roles are built in, one flag turns rotation on, and serving certificates still approve themselves.',
  'flow.scenario.era-1.7.title': '1.7: feature gates and hand-made roles',
  'flow.scenario.era-1.7.teaches':
    'In 1.7 rotation is an alpha gate, the roles are written by hand, and a renewed certificate waits for a restart.',
  'flow.scenario.one-year-bomb.title': 'The one-year bomb',
  'flow.scenario.one-year-bomb.teaches':
    'Without rotation everything works for a year. Then every node goes NotReady, all on the same day.',
  'flow.scenario.missing-node-bootstrapper.title': 'Nobody may ask: the missing binding',
  'flow.scenario.missing-node-bootstrapper.teaches':
    'A known token without system:node-bootstrapper gets 403, not 401, and the kubelet exits at once.',
};
