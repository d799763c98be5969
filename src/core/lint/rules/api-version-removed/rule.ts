import type { ApiVersionLife } from '../../../kubernetes/apiVersions';
import type { DraftFix, Draft, FileRule, RuleContext } from '../../rule';
import { readerOf, type Reader } from './reader';
import { writtenVersions, type WrittenVersion } from './writtenVersions';

export const rule: FileRule = {
  id: 'api-version-removed',
  group: 'A',
  severity: 'error',
  scope: 'file',
  lifeCycle: true,
  step: undefined,
  messages: {
    removed: 'kube-apiserver {release} refuses {kind} in {apiVersion}: this version was removed in {removedIn}.',
    notYet: 'kube-apiserver {release} refuses {kind} in {apiVersion}: this version arrives in {since}.',
    unknown: 'kube-apiserver {release} refuses {kind} in {apiVersion}: no release has this version.',
    off: 'kube-apiserver {release} serves {apiVersion} only when --runtime-config switches it on.',
    removedFile: '{reader} {release} does not read {kind} in {apiVersion}: this version was removed in {removedIn}.',
    notYetFile: '{reader} {release} does not read {kind} in {apiVersion}: this version arrives in {since}.',
    unknownFile: '{reader} {release} does not read {kind} in {apiVersion}: no release has this version.',
    bump: 'Write {successor}',
  },
  check: (file, context) =>
    writtenVersions(file).flatMap((written) => {
      const reader = readerOf(written);
      return reader ? checkVersion(file.source.path, written, reader, context) : [];
    }),
};

function checkVersion(
  path: string,
  written: WrittenVersion,
  reader: Reader,
  { kubernetes, cluster }: RuleContext,
): readonly Draft[] {
  const { apiVersion, kind } = written;
  const { release } = cluster.target;
  const life = kubernetes.apiVersion(apiVersion, kind, release);
  const message = messageFor(life, reader);
  if (message === undefined) return [];
  const successor = life.successors.find(({ bump }) => bump === 'safe')?.apiVersion;
  const params = {
    release,
    reader,
    kind,
    apiVersion,
    since: life.since ?? '',
    removedIn: life.removedIn ?? '',
    successor: successor ?? '',
  };
  return [
    {
      path,
      range: written.range,
      message,
      params,
      fixes: successor === undefined ? [] : [bump(path, written, successor, params)],
      ...(reader === 'kubelet' && { step: 'kubelet-start' as const }),
      ...(!kubernetes.releases.isKnown(release) && { severity: 'warning' as const }),
      ...(message === 'off' && { severity: 'info' as const }),
    },
  ];
}

function bump(path: string, { apiVersion, range }: WrittenVersion, newText: string, params: Draft['params']): DraftFix {
  const quote = (range.end - range.start - apiVersion.length) / 2;
  const edits = [{ path, range: { start: range.start + quote, end: range.end - quote }, newText }];
  return { title: 'bump', ...(params && { params }), safe: true, edits };
}

function messageFor({ state }: ApiVersionLife, reader: Reader): string | undefined {
  const suffix = reader === 'kube-apiserver' ? '' : 'File';
  switch (state) {
    case 'removed':
      return `removed${suffix}`;
    case 'not-yet':
      return `notYet${suffix}`;
    case 'unknown':
      return `unknown${suffix}`;
    case 'off':
      return 'off';
    default:
      return undefined;
  }
}
