import type { Confidence, FlagComponent, ReleaseData } from '../../src/core/kubernetes/data';
import { COMPONENTS, minorOf, type ReleaseFile } from './sources';

export function deriveReleases(files: readonly ReleaseFile[]): ReleaseData[] {
  return files.map((file) => ({
    minor: minorOf(file.version),
    confidence: Object.fromEntries(
      COMPONENTS.map((component) => [component, file.components[component].confidence]),
    ) as Record<FlagComponent, Confidence>,
  }));
}
