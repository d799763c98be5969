import type { ConfigurationDocument, WrittenField } from '../../../cluster/configurationFields';
import type { RuleContext } from '../../rule';

/** A field that this release lacks, with all that is needed to say what it was meant to be. */
export interface LackedField {
  readonly path: string;
  readonly document: ConfigurationDocument;
  readonly field: WrittenField;
  readonly context: RuleContext;
}
