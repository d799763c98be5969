import type { BootstrapTokenDocument } from './bootstrapToken/bootstrapTokenDocument';
import type { CertificateSigningRequestDocument } from './certificateSigningRequest/certificateSigningRequestDocument';
import type { CsrApprovalDocument } from './csrApproval/csrApprovalDocument';
import type { SourceText } from '../text/sourceText';
import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';
import type { CommandLine } from './commandLine';
import type { ComponentName } from './component';
import type { EmbeddedFile } from './embedded/embeddedFile';
import type { KubeadmDocument } from './kubeadm/kubeadmDocument';
import type { KubeconfigDocument } from './kubeconfig/kubeconfigDocument';
import type { Located, RbacObject } from './rbacObject';
import type { TokenFileDocument } from './tokenFile/tokenFileDocument';
import type { YamlMapping, YamlNode } from './yaml/node';
import type { YamlEditor } from './yaml/yamlEditor';

/** `EnvironmentFile=-/etc/kubernetes/kubelet` in a unit. */
export interface EnvironmentFileReference {
  readonly path: string;
  /** A leading `-`: systemd goes on when the file is missing. */
  readonly optional: boolean;
  readonly range: Range;
}

/** A variable as a file sets it, whatever it is for. */
export interface VariableAssignment {
  readonly name: string;
  readonly nameRange: Range;
  /** The value inside its quotes; empty when there is none. */
  readonly valueRange: Range;
  /** Returns the value read as flags of a component that takes the variable in. */
  commandLineFor(component: ComponentName): CommandLine;
}

/** A file that holds flags: unit, drop-in, EnvironmentFile, shell-style file. */
export interface FlagsDocument {
  readonly type: 'flags';
  readonly range: Range;
  /** Commands and variables, in the order written; of two values for one variable the later wins. */
  readonly commandLines: readonly CommandLine[];
  /** All variables the file sets, in the order written; what a `$NAME` on a command line elsewhere stands for. */
  readonly variables: readonly VariableAssignment[];
  readonly environmentFiles: readonly EnvironmentFileReference[];
  /** True when the file holds more than is read: other variables may be set there. */
  readonly isPart?: boolean;
  /** True when an empty `ExecStart=` drops the commands of the unit this file is a drop-in of. */
  readonly resetsCommands: boolean;
  /** Set when containers run the commands: nothing outside of the manifest fills their variables. */
  readonly container?: {
    /** Images of the components as written: `registry.k8s.io/kube-apiserver:v1.29.3`. */
    readonly images: readonly Located<string>[];
  };
}

export interface KubeletConfigurationDocument {
  readonly type: 'kubelet-configuration';
  readonly range: Range;
  readonly apiVersion: string;
  readonly root: YamlMapping;
  readonly headRange: Range;
  /** True when a template makes parts of the document unknown: what is absent may be there after all. */
  readonly templated: boolean;
  /** True when something else fills in what is absent: kubeadm, or the file that this is a drop-in of (`--config-dir`). */
  readonly partial: boolean;
  /** Parts of the file that a template may leave out; undefined when there are none. */
  readonly conditionalParts?: readonly Range[];
  /** True when the script that writes the file changes it afterwards: what is absent may be there after all. */
  readonly changedLater?: boolean;
  readonly editor: YamlEditor;
}

/** A place where a binding can be added: a new YAML document, a List item, or a kubectl command. */
export interface RbacInsertion {
  readonly syntax: 'yaml' | 'json' | 'kubectl';
  /** Returns the edits that add an object; its text comes from `rbacText`. Undefined when it cannot be done safely. */
  add(object: NewClusterRoleBinding): readonly TextEdit[] | undefined;
}

/** A ClusterRoleBinding to be written. */
export interface NewClusterRoleBinding {
  readonly name: string;
  readonly apiVersion: string;
  readonly roleName: string;
  readonly subjectKind: 'User' | 'Group';
  readonly subjectName: string;
}

export interface RbacDocument {
  readonly type: 'rbac';
  readonly range: Range;
  readonly objects: readonly RbacObject[];
  readonly insertion: RbacInsertion;
  /** Set for a kubectl command: returns the edits that remove it, or undefined when that cannot be done safely. */
  readonly removal?: () => readonly TextEdit[] | undefined;
  readonly templated: boolean;
}

/** A YAML or JSON document of a kind this program does not judge. */
export interface OtherYamlDocument {
  readonly type: 'other-yaml';
  readonly range: Range;
  readonly apiVersion: string | undefined;
  readonly kind: string | undefined;
  /** Undefined when nothing in the document says that it could be of a kind that is judged: then it is not parsed. */
  readonly root: YamlNode | undefined;
}

export type Document =
  | FlagsDocument
  | KubeletConfigurationDocument
  | RbacDocument
  | BootstrapTokenDocument
  | KubeconfigDocument
  | CertificateSigningRequestDocument
  | CsrApprovalDocument
  | KubeadmDocument
  | TokenFileDocument
  | OtherYamlDocument;

/** Text that the reader of this file would refuse. */
export interface SyntaxProblem {
  readonly range: Range;
  /** What is wrong, as the parser says it, without file content. */
  readonly reason: string;
  /** What is never closed, where that is the reason. */
  readonly unclosed?: 'quote' | 'heredoc';
}

/** Something about the file worth saying once, outside the findings. */
export interface FileNote {
  readonly type: 'templated';
  readonly count: number;
}

/** Ids are public: the command line takes them for `--kind`. */
export type FileKindId = 'shell-script' | 'environment-file' | 'systemd-unit' | 'kubernetes-yaml' | 'token-file';

/** One file after reading. `kind` is undefined when no file kind recognises it; then it holds no documents. */
export interface ParsedFile {
  readonly source: SourceText;
  readonly kind: FileKindId | undefined;
  readonly documents: readonly Document[];
  readonly problems: readonly SyntaxProblem[];
  readonly notes: readonly FileNote[];
  /** True when a script writes it in a branch that asks for a version: for which releases it is, its writer knows. */
  readonly byVersion?: boolean;
  /** Files of known kinds that this one holds as text; their sources have this one as `outer`. */
  readonly embedded: readonly ParsedFile[];
}

/** What one file kind reads in a file. */
export interface Reading {
  readonly documents: readonly Document[];
  readonly problems: readonly SyntaxProblem[];
  readonly notes: readonly FileNote[];
  /** Texts that may be files of any kind; those of no kind count for nothing. */
  readonly embedded?: readonly EmbeddedFile[];
}

/** One file kind: one module. */
export interface FileKind {
  readonly id: FileKindId;
  /** Globs of file names that editors offer to this kind; content decides what a file is. */
  readonly patterns: readonly string[];
  /** Returns whether this file may be of the kind, by content and name; must cost next to nothing for unrelated files. */
  recognise(source: SourceText): boolean;
  /**
   * Never throws; what cannot be read becomes problems. Neither documents nor problems, nor a file of a known kind
   * inside: the file is not of this kind after all.
   */
  parse(source: SourceText): Reading;
}
