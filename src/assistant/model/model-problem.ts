import type { FetchProblem } from '../../platform/fetch/index.ts';

/** Why there is no answer of use. The key of what people are told; nothing of what was said is in it. */
export type ModelProblem =
  | { readonly kind: 'blocked-address'; readonly address: string }
  | {
      readonly kind:
        | 'bad-address'
        | 'no-such-host'
        | 'unreachable'
        | 'tls'
        | 'timeout'
        | 'too-large'
        | 'moved'
        | 'wrong-key'
        | 'no-such-model'
        | 'refused'
        | 'server-error'
        | 'html'
        | 'not-json'
        | 'bad-answer'
        | 'empty'
        | 'cut-short'
        | 'unfit-answer'
        | 'invented-data';
    }
  /** `retryAfter`: seconds, when the server says. */
  | { readonly kind: 'busy'; readonly retryAfter: number | null };

/** Why nothing was asked. */
export type AskProblem =
  | ModelProblem
  | { readonly kind: 'off' | 'not-set' | 'cap-reached' | 'key-lost' }
  | { readonly kind: 'resting'; readonly until: Date };

export const problemOfFetch = (problem: FetchProblem): ModelProblem => {
  switch (problem.kind) {
    case 'blocked-address':
      return { kind: 'blocked-address', address: problem.address };
    case 'bad-url':
      return { kind: 'bad-address' };
    case 'too-many-redirects':
      return { kind: 'moved' };
    case 'dns':
      return { kind: 'no-such-host' };
    case 'too-large':
    case 'timeout':
    case 'tls':
      return { kind: problem.kind };
    default:
      return { kind: 'unreachable' };
  }
};

/** What a status other than success says; undefined for success. */
export const problemOfStatus = (status: number, retryAfter: string | null): ModelProblem | undefined => {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) return { kind: 'moved' };
  if (status === 401 || status === 403) return { kind: 'wrong-key' };
  if (status === 404) return { kind: 'no-such-model' };
  if (status === 429) return { kind: 'busy', retryAfter: secondsOf(retryAfter) };
  return { kind: status >= 500 ? 'server-error' : 'refused' };
};

/** The longest that a server is obeyed: an hour. */
const LONGEST_HOLD_S = 3_600;

const secondsOf = (header: string | null): number | null =>
  header !== null && /^\d{1,9}$/.test(header.trim()) ? Math.min(Number(header), LONGEST_HOLD_S) : null;

/** What may have been charged although no use came of it: everything after the question was taken. */
export const mayHaveCost = ({ kind }: ModelProblem): boolean =>
  ['timeout', 'too-large', 'html', 'not-json', 'bad-answer', 'empty', 'cut-short', 'server-error'].includes(
    kind,
  );
