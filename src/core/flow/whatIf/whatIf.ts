import type { ComponentName } from '../../documents/component';
import type { Release } from '../../kubernetes/release';
import type { DeletableFile } from '../scenarioRun';

/** A chosen what-if: plain text that links, pages and the command line carry as `id=value`. */
export interface WhatIf {
  readonly id: string;
  readonly value: string;
}

/** What the values of a what-if look like. */
export type WhatIfForm =
  /** One of `WhatIfKind.offered`. */
  | 'choice'
  /** `10m`, `8760h`, `400d`, `1y`. */
  | 'duration'
  /** A duration that may be negative: `-2h`. */
  | 'offset'
  /** A time since the first start: `30d`. */
  | 'moment'
  /** Two of them: `30d..400d`. */
  | 'span'
  /** One of `deletableFiles` and a time: `kubeconfig@30d`. */
  | 'file-at'
  /** A release and a time: `1.25@30d`. */
  | 'release-at'
  /** The value as the flag takes it. */
  | 'text';

/** What a what-if does to a play. */
export type WhatIfEffect =
  /** A flag, field or gate has another value. `name` is the one under which the simulation reads it. */
  | { readonly type: 'setting'; readonly component: ComponentName; readonly name: string }
  /** A ClusterRoleBinding of a built-in role is there, or is not. */
  | { readonly type: 'binding'; readonly resource: string; readonly role: string; readonly group: string }
  | {
      readonly type:
        | 'client-approval'
        | 'serving-approver'
        | 'token-expiry'
        | 'api-server-down'
        | 'node-address'
        | 'node-clock'
        | 'control-plane-clock'
        | 'kubelet-restart'
        | 'node-off'
        | 'file-deleted'
        | 'control-plane-upgrade';
    };

/** One thing that can be asked of a play. */
export interface WhatIfKind {
  /** Public and stable; for a setting the name people write, without dashes in front. */
  readonly id: string;
  readonly effect: WhatIfEffect;
  readonly form: WhatIfForm;
  /** Values worth a toggle, the most telling first; all there are when `form` is `choice`. */
  readonly offered: readonly string[];
  /** The releases in which it means something, both included; `until` undefined: to the newest. */
  readonly since: Release;
  readonly until: Release | undefined;
}

/** The files of the node that a what-if can delete. */
export const deletableFiles: readonly DeletableFile[] = ['bootstrap-kubeconfig', 'kubeconfig', 'client-certificate'];
