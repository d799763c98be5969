/** The shape of the generated files in `generated/`; minor versions are numbers there (20 is 1.20), ranges inclusive. */
export type MinorRange = readonly [from: number, to: number];

export type FlagComponent = 'kubelet' | 'kube-controller-manager' | 'kube-apiserver';

/** `verified`: read in the source of that release. `likely`: inferred, or read shortly before the release. */
export type Confidence = 'verified' | 'likely';

/**
 * How a flag reads its value: `gates` is `Name=true,…`, `list` and `map` split at commas or collect repetitions,
 * `version` takes an optional value like `bool` does.
 */
export type FlagType =
  'bool' | 'duration' | 'float' | 'gates' | 'int' | 'ip' | 'list' | 'map' | 'quantity' | 'string' | 'uint' | 'version';

/** Where the type comes from: read in source, told by the running program, or that of the field the flag sets. */
export type FlagTypeOrigin = 'source' | 'program' | 'field';

export interface FlagData {
  readonly accepted: readonly MinorRange[];
  readonly deprecated?: readonly MinorRange[];
  /** Ranges in which the name was inferred or stood only in the documentation. */
  readonly uncertain?: readonly MinorRange[];
  readonly type?: FlagType;
  readonly typeFrom?: FlagTypeOrigin;
  readonly values?: readonly string[];
  readonly defaults?: readonly (readonly [from: number, to: number, value: string])[];
  readonly fields?: readonly (readonly [from: number, to: number, path: string])[];
  readonly replacement?: string;
  readonly keepsValue?: boolean;
  readonly advice?: string;
}

export type FlagsData = Readonly<Record<FlagComponent, Readonly<Record<string, FlagData>>>>;

export type GateStage = 'alpha' | 'beta' | 'ga' | 'deprecated';

export type GateSpan = readonly [from: number, to: number, stage: GateStage, byDefault: boolean, locked: boolean];

export interface GateData {
  readonly spans: readonly GateSpan[];
  /** The release that is to bring the gate, where only the plan is known. */
  readonly planned?: number;
  readonly readBy?: readonly FlagComponent[];
}

export type GatesData = Readonly<Record<string, GateData>>;

export interface ReleaseData {
  readonly minor: number;
  readonly confidence: Readonly<Record<FlagComponent, Confidence>>;
}

type ScalarType =
  | 'bool'
  | 'duration'
  | 'duration or int64'
  | 'float'
  | 'int32'
  | 'int64'
  | 'object'
  | 'quantity'
  | 'string'
  | 'time'
  | 'uint32';

/** What a field of a configuration file holds. Durations are text like `1m30s`, quantities text or a number. */
export type FieldType = ScalarType | `list of ${ScalarType}` | `map of ${ScalarType}` | 'map of list of string';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Dated<T> = readonly (readonly [from: number, to: number, value: T])[];

/** What changed over the releases stands beside the plain property, in the plural, release by release. */
export interface FieldData {
  /** Absent: as long as the apiVersion itself. */
  readonly ranges?: readonly MinorRange[];
  readonly type?: FieldType;
  readonly types?: Dated<FieldType>;
  readonly default?: Json;
  readonly defaults?: Dated<Json>;
  readonly enum?: readonly string[];
  readonly enums?: Dated<readonly string[]>;
  /** The program refuses values outside `enum`; otherwise the list is only documented. */
  readonly enumChecked?: true;
  readonly flag?: string;
  readonly gate?: string;
  readonly deprecated?: number;
}

/** Fields by path: dotted names, `[]` after a list, `.*` for the values of a map. */
export type FieldSchema = Readonly<Record<string, FieldData>>;

export interface ConfigVersionData {
  readonly accepted: MinorRange;
  readonly fields: FieldSchema;
}

/** KubeletConfiguration by apiVersion. */
export type ConfigFieldsData = Readonly<Record<string, ConfigVersionData>>;

export interface KubeadmVersionData {
  readonly kinds: readonly string[];
  readonly accepted: MinorRange;
  /** Releases whose kubeadm writes this version itself. */
  readonly written: MinorRange;
  readonly fields: Readonly<Record<string, FieldSchema>>;
}

/** By apiVersion. */
export type KubeadmData = Readonly<Record<string, KubeadmVersionData>>;

export interface ApiVersionData {
  readonly apiVersion: string;
  readonly kinds: readonly string[];
  readonly from: number;
  readonly deprecated?: number;
  readonly removed?: number;
  /** Last release that serves it without `--runtime-config`; null: none does. */
  readonly byDefaultTo?: number | null;
  /** The format of a file that a program reads, not an object of the API server. */
  readonly file?: true;
  readonly notes?: readonly string[];
}

export interface ApiVersionChange {
  readonly from: string;
  readonly to: string;
  /** Kinds it holds for; none means all kinds of the group. */
  readonly kinds: readonly string[];
  /** Whether changing apiVersion alone keeps the meaning; text: only under that condition. */
  readonly safe: boolean | string;
  readonly why: string;
}

export interface ApiVersionsData {
  readonly versions: readonly ApiVersionData[];
  readonly changes: readonly ApiVersionChange[];
}

export interface PolicyRuleData {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

export interface SubjectData {
  readonly kind: 'User' | 'Group' | 'ServiceAccount';
  readonly name: string;
  readonly namespace?: string;
}

export interface ClusterRoleSpan {
  readonly from: number;
  readonly to: number;
  readonly rules: readonly PolicyRuleData[];
  /** Only the rules about certificates are listed. */
  readonly excerpt?: true;
  /** kube-apiserver creates the role only while this gate is on. */
  readonly onlyWithGate?: string;
}

export interface BindingData {
  readonly name: string;
  readonly roleRef: string;
  readonly spans: readonly { readonly from: number; readonly to: number; readonly subjects: readonly SubjectData[] }[];
}

export interface SignerData {
  readonly name: string;
  readonly from: number;
  /** A controller of kube-controller-manager approves its requests, given RBAC. */
  readonly autoApproved: boolean;
  readonly requirements?: string;
}

/** English sentences on what a thing is for, by message id: `purpose.gate.NAME`, `purpose.flag.COMPONENT.NAME`. */
export type PurposesData = Readonly<Record<string, string>>;

export interface RbacData {
  readonly clusterRoles: Readonly<Record<string, readonly ClusterRoleSpan[]>>;
  readonly bindings: readonly BindingData[];
  readonly kubeadmBindings: readonly BindingData[];
  readonly signers: readonly SignerData[];
}
