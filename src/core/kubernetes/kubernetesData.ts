import apiVersions from './generated/apiVersions.json' with { type: 'json' };
import fields from './generated/fields.json' with { type: 'json' };
import flags from './generated/flags.json' with { type: 'json' };
import gates from './generated/gates.json' with { type: 'json' };
import kubeadm from './generated/kubeadm.json' with { type: 'json' };
import purposes from './generated/purposes.json' with { type: 'json' };
import rbac from './generated/rbac.json' with { type: 'json' };
import releases from './generated/releases.json' with { type: 'json' };

import type { KubernetesData } from './kubernetes';

/** The generated data, imported at build time; its shape is checked by a unit test, since JSON has no tuples. */
export const kubernetesData = {
  apiVersions,
  fields,
  flags,
  gates,
  kubeadm,
  purposes,
  rbac,
  releases,
} as unknown as KubernetesData;
