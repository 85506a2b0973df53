import { notAllowed, notFound, type Problem } from '../platform/http/problem.ts';
import type { AskProblem } from './model/model-problem.ts';
import { words } from './words.ts';

type Failure =
  | AskProblem
  | { readonly kind: 'not-allowed' | 'not-found' | 'nothing-to-answer' | 'in-the-clear' };

/** What is ours to put right is 422; what the other server does is 502, and 503 when it asks for time. */
export const problemOf = (failure: Failure): Problem => {
  if (failure.kind === 'not-allowed') return notAllowed;
  if (failure.kind === 'not-found') return notFound;
  const [it, en] = [words.it[failure.kind], words.en[failure.kind]];
  const fill = (text: string): string =>
    failure.kind === 'blocked-address' ? text.replace('{address}', failure.address) : text;
  return {
    status: statusOf(failure.kind),
    code: `assistant-${failure.kind}`,
    title: { it: it.title, en: en.title },
    detail: { it: fill(it.detail), en: fill(en.detail) },
  };
};

const statusOf = (kind: Failure['kind']): Problem['status'] => {
  if (kind === 'busy' || kind === 'resting') return 503;
  return ours.has(kind) ? 422 : 502;
};

const ours: ReadonlySet<string> = new Set([
  'off',
  'not-set',
  'cap-reached',
  'key-lost',
  'nothing-to-answer',
  'in-the-clear',
  'blocked-address',
  'bad-address',
]);
