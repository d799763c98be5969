import type { SourceText } from '../../../text/sourceText';
import type { Draft, FileRule } from '../../rule';

export const rule: FileRule = {
  id: 'yaml-syntax',
  group: 'A',
  severity: 'error',
  scope: 'file',
  lifeCycle: false,
  step: undefined,
  messages: {
    broken: 'Kubernetes refuses this document, because it cannot be read: {reason}.',
  },
  check: ({ kind, source, problems }) =>
    kind === 'kubernetes-yaml' && isMeantToBeYaml(source)
      ? problems.map(({ range, reason }): Draft => ({
          path: source.path,
          range,
          message: 'broken',
          params: { reason },
        }))
      : [],
};

/** Prose and scripts may quote a document; they are no broken YAML. */
function isMeantToBeYaml({ path, text, contentStart }: SourceText): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/\.(?:ya?ml|json)$/i.test(name)) return true;
  const isNamedOpenly = !name.includes('.') || name.endsWith('.conf');
  return (
    isNamedOpenly && /^\s*(?:["']?(?:apiVersion|kind)\b|\{|---)/.test(text.slice(contentStart, contentStart + 200))
  );
}
