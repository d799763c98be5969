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
  | 'bool'
  | 'duration'
  | 'float'
  | 'gates'
  | 'int'
  | 'ip'
  | 'list'
  | 'map'
  | 'quantity'
  | 'string'
  | 'uint'
  | 'version';

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
