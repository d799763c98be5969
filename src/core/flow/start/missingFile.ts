import type { Cluster } from '../../cluster/cluster';
import { PathFinder } from '../../cluster/pathFinder';
import type { Setting } from '../../cluster/setting';

/** Returns whether a setting names a file of which nothing is in view, read or not. */
export function namesMissingFile({ files }: Pick<Cluster, 'files'>, setting: Setting<string>): boolean {
  if (setting.state !== 'set' || setting.value === '') return false;
  const all = new PathFinder(files.map(({ source }) => ({ path: source.path })));
  return all.find({ written: setting.value, from: setting.origin.path, rivals: [] }).type === 'missing';
}
