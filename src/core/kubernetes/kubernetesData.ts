import flags from './generated/flags.json' with { type: 'json' };
import gates from './generated/gates.json' with { type: 'json' };
import releases from './generated/releases.json' with { type: 'json' };

import type { KubernetesData } from './kubernetes';

/** The generated data, imported at build time; its shape is checked by a unit test, since JSON has no tuples. */
export const kubernetesData = { flags, gates, releases } as unknown as KubernetesData;
