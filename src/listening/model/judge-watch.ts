import { err, ok, type Result } from '../../platform/result.ts';
import { type PersonSign, personSigns } from './private-person.ts';
import { parseQuery } from './query/parse-query.ts';
import type { QueryProblem } from './query/query-problem.ts';
import { queryOfTerms } from './query-of-terms.ts';

export type WatchRefusal =
  | { readonly kind: 'query-unreadable'; readonly problems: readonly QueryProblem[] }
  /** Somebody said so. */
  | { readonly kind: 'private-person' }
  /** It looks so; `notPrivate` answers the question, but not where data of a person are among the words. */
  | { readonly kind: 'perhaps-private-person'; readonly sign: PersonSign };

type Draft = {
  readonly query?: string | undefined;
  readonly terms?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
  readonly about?: string | undefined;
  readonly notPrivate?: boolean | undefined;
};

/** The text of a draft's query, whichever way it was said. */
export const queryTextOf = ({ query, terms, except }: Draft): string | undefined =>
  query ?? (terms ? queryOfTerms(terms, except ?? []) : undefined);

/** Whether a watch may be: its query reads, and it is about no private person. Undefined where no query was given. */
export const judgeWatch = (draft: Draft): Result<string | undefined, WatchRefusal> => {
  if (draft.about === 'private-person') return err({ kind: 'private-person' });
  const text = queryTextOf(draft);
  if (text === undefined) return ok(undefined);
  const parsed = parseQuery(text);
  if (!parsed.ok) return err({ kind: 'query-unreadable', problems: parsed.error });
  const sign = personSigns(parsed.value).find(({ kind }) => kind === 'personal-data' || !isAnswered(draft));
  return sign ? err({ kind: 'perhaps-private-person', sign }) : ok(text);
};

/** Our own people know of it, and who is public has chosen to be: see the guide. */
const isAnswered = ({ about, notPrivate }: Draft): boolean =>
  notPrivate === true || about === 'our-people' || about === 'public-figure';
