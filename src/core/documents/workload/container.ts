import type { SourceText } from '../../text/sourceText';
import type { ComponentName } from '../component';
import type { YamlMapping } from '../yaml/node';
import type { ContainerWord } from './containerWords';

/** A container with what decides how its command is read. */
export interface Container {
  readonly source: SourceText;
  readonly node: YamlMapping;
  /** True when a template decides which lines the manifest has. */
  readonly templated: boolean;
}

/** A component's program and the words behind it. */
export interface ContainerCall {
  readonly component: ComponentName;
  readonly head: { readonly start: number; readonly end: number };
  readonly arguments: readonly ContainerWord[];
}
