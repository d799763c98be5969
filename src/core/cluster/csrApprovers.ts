import { askedOnce } from '../askedOnce';
import type { CsrApprovalDocument } from '../documents/csrApproval/csrApprovalDocument';
import type { ParsedFile } from '../documents/document';
import { isAtLeast } from '../kubernetes/release';
import type { Cluster, InFile } from './cluster';

/** What a node asks for: its first client certificate, the next one, or one for port 10250. */
export type AskedOnce = 'first' | 'renewal' | 'serving';

/** Whether a script approves something: `unknown` where the files do not tell whether it finds it, or how often it runs. */
export type ScriptAnswer = 'yes' | 'unknown' | 'no';

export interface ScriptApprover {
  readonly script: InFile<CsrApprovalDocument>;
  readonly answer: Exclude<ScriptAnswer, 'no'>;
}

/** Folders whose scripts cron runs again and again (cron(8), run-parts). */
const CRON = /(?:^|\/)cron\.(?:hourly|daily|weekly|monthly)\//;

/** Returns the `kubectl certificate approve` commands of all scripts, in the order written. */
export function csrApprovalsIn({ files }: Pick<Cluster, 'files'>): readonly InFile<CsrApprovalDocument>[] {
  return approvalsOf(files);
}

const approvalsOf = askedOnce((files: readonly ParsedFile[]): readonly InFile<CsrApprovalDocument>[] =>
  files.flatMap(({ source, documents }) =>
    documents.flatMap((document) => {
      if (document.type !== 'csr-approval') return [];
      const runs = CRON.test(source.path) ? 'endlessly' : document.runs;
      return [{ path: source.path, value: { ...document, runs } }];
    }),
  ),
);

/**
 * Returns the script that approves what nodes ask for; of several one that does it for certain. Undefined when none does. What runs
 * once approves what waits then: a node's first request, and no renewal.
 */
export function scriptApprover(
  cluster: Pick<Cluster, 'files' | 'target'>,
  asked: AskedOnce,
): ScriptApprover | undefined {
  const approvers = csrApprovalsIn(cluster).flatMap((script) => {
    const answer = answerOf(script.value, asked, cluster);
    return answer === 'no' ? [] : [{ script, answer }];
  });
  return approvers.find(({ answer }) => answer === 'yes') ?? approvers[0];
}

/** Returns whether a script approves a request of the files, by its name and by what it is for. */
export function isApprovedByScript(
  cluster: Pick<Cluster, 'files'>,
  name: string | undefined,
  purpose: 'client' | 'serving',
): boolean {
  return csrApprovalsIn(cluster).some(({ value: { requests } }) =>
    requests.type === 'named'
      ? name !== undefined && requests.names.includes(name)
      : requests.purpose === undefined || requests.purpose === purpose,
  );
}

function answerOf(
  { requests, runs }: CsrApprovalDocument,
  asked: AskedOnce,
  { target }: Pick<Cluster, 'target'>,
): ScriptAnswer {
  if (requests.type === 'named') {
    const pattern = asked === 'first' && isAtLeast(target.release, '1.7') ? /^node-csr-/ : /^csr-/;
    return asked !== 'renewal' && requests.names.some((name) => pattern.test(name)) ? 'unknown' : 'no';
  }
  const { type, purpose } = requests;
  if (purpose !== undefined && (purpose === 'serving') !== (asked === 'serving')) return 'no';
  const found = type === 'every' ? 'yes' : 'unknown';
  if (runs === 'endlessly') return found;
  if (asked === 'first' || (asked === 'serving' && purpose === 'serving')) return found;
  return runs === 'unknown' ? 'unknown' : 'no';
}
