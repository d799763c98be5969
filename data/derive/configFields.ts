/** A row of config-fields.json, as far as it is used here. */
export interface ConfigField {
  readonly path: string;
  readonly apiVersion: string;
  readonly type: string;
  readonly ranges: readonly string[];
  readonly flags?: Readonly<Record<string, readonly string[]>>;
}
