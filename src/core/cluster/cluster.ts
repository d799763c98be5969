import type { Release } from '../kubernetes/release';
import type { CommandLine, Flag } from '../documents/commandLine';
import type { ComponentName } from '../documents/component';
import type { KubeletConfigurationDocument, ParsedFile, RbacDocument } from '../documents/document';
import type { RoleBindingObject, RoleObject } from '../documents/rbacObject';
import type { Setting, SourceOrigin, UnknownReason } from './setting';
import type { WrittenGate } from './writtenGate';

/** Something that stands in a file of the cluster. */
export interface InFile<T> {
  readonly path: string;
  readonly value: T;
}

/** The release everything is judged against, and how it was chosen. */
export interface Target {
  readonly release: Release;
  readonly source: 'option' | 'evidence' | 'default';
  /** The place that names the release; undefined unless `source` is `evidence`. */
  readonly evidence: SourceOrigin | undefined;
}

/** One component as its files describe it, flags joined in the order in which they take effect. */
export interface ComponentInView {
  readonly component: ComponentName;
  /** The file it is known by: its unit, the file of its variables, or its configuration. */
  readonly path: string;
  readonly commandLines: readonly InFile<CommandLine>[];
  /** Empty when the whole command line (and the configuration file it names) is in view. */
  readonly unknown: readonly UnknownReason[];
  /** Feature gates as written, configuration first: of several for one gate the last wins. */
  readonly gates: readonly WrittenGate[];
  /** All occurrences of a flag in the order of effect (empty when not written). */
  flags(name: string): readonly InFile<Flag>[];
  /** The value in force of a flag, as text; a bare boolean flag is `true`. */
  flag(name: string): Setting<string>;
  /** The value in force of a feature gate: flags over configuration, the last wins, then the release's default. */
  gate(name: string): Setting<boolean>;
}

/** A kubelet: flags and KubeletConfiguration with Kubernetes' own precedence (flags win). */
export interface KubeletInView extends ComponentInView {
  readonly component: 'kubelet';
  readonly configuration: InFile<KubeletConfigurationDocument> | undefined;
  /** The configuration with the drop-ins merged into it, in the order in which they take effect. */
  readonly configurations: readonly InFile<KubeletConfigurationDocument>[];
  /** The value in force of a flag or the configuration field it sets: flag, field, default with or without a file. */
  effective(flag: string): Setting<string>;
  readonly bootstrapKubeconfig: Setting<string>;
  readonly kubeconfig: Setting<string>;
  readonly certificateDirectory: Setting<string>;
  readonly rotateCertificates: Setting<boolean>;
  readonly serverTLSBootstrap: Setting<boolean>;
  readonly tlsCertFile: Setting<string>;
  readonly nodeName: Setting<string>;
}

/** All RBAC objects in view. */
export interface RbacInView {
  readonly documents: readonly InFile<RbacDocument>[];
  readonly roles: readonly InFile<RoleObject>[];
  readonly bindings: readonly InFile<RoleBindingObject>[];
}

/** What a set of files means together. */
export interface Cluster {
  readonly target: Target;
  /** All files, those embedded in others among them. */
  readonly files: readonly ParsedFile[];
  readonly kubelets: readonly KubeletInView[];
  /** What all in view agree on, for who asks about one: a setting on which they differ is unknown. */
  readonly controllerManager: ComponentInView | undefined;
  readonly controllerManagers: readonly ComponentInView[];
  /** What all in view agree on, for who asks about one: a setting on which they differ is unknown. */
  readonly apiServer: ComponentInView | undefined;
  readonly apiServers: readonly ComponentInView[];
  readonly rbac: RbacInView;
}
