import { minorOf, type Release } from '../../kubernetes/release';

/** Returns the exit code of a kubelet that gives up: 255 as recorded on 1.20, where the log library ends the process. */
export function fatalExitCode(release: Release): number {
  const minor = minorOf(release);
  return minor >= 10 && minor <= 22 ? 255 : 1;
}
