/** A file of a lab cluster; `path` is relative to the cluster's folder. */
export interface LabFile {
  readonly path: string;
  readonly text: string;
}
