import type { Transaction } from '../../platform/db/database.ts';
import type { AuthorId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { highlightForms } from '../model/highlight.ts';
import type { Span } from '../model/match-watch.ts';
import type { MentionView } from '../model/mention-view.ts';
import { marksWanted } from '../model/reading-marks.ts';
import { nearWords } from '../model/search/near-words.ts';
import { parseSearch, type SearchClause, wordsToCheck } from '../model/search/parse-search.ts';
import type { SearchAsked } from '../model/search/search-asked.ts';
import { type SearchPlace, writeSearchPlace } from '../model/search/search-place.ts';
import { rarestFirst } from '../store/find-marked.ts';
import { readMentions } from '../store/read-mentions.ts';
import {
  type Found,
  findAuthors,
  findUnknownWords,
  type KnownForm,
  type Sought,
  type SoughtClause,
  seekMentions,
} from '../store/seek-mentions.ts';
import type { ThreadsOf } from './threads-of.ts';

/** A word that nobody has said, and the stems that were looked for in its place. */
export type ReadAs = { readonly typed: string; readonly stems: readonly string[] };

export type FoundMention = MentionView & {
  readonly threadId: string | null;
  readonly highlights: readonly Span[];
};

export type SearchPage = {
  readonly mentions: readonly FoundMention[];
  readonly readAs: readonly ReadAs[];
  /** `after` of the page that follows; null at the end. */
  readonly next: string | null;
};

export type SearchPart = { readonly after?: SearchPlace | undefined; readonly limit: number };

/**
 * Mentions that answer to a search: Italian stems, slips forgiven where a word was never said, names of authors, and every
 * filter. By time, or by relevance among the latest (`WEIGHED`) that answer.
 */
export const search = (
  platform: Pick<Platform, 'database' | 'clock'>,
  workspaceId: WorkspaceId,
  asked: SearchAsked,
  part: SearchPart,
  threadsOf: ThreadsOf,
): Promise<SearchPage> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const clauses = parseSearch(asked.q ?? '');
    const readAs = await forgiveSlips(tx, clauses);
    const { found, next } = await seekPage(tx, workspaceId, platform.clock.now(), asked, part, {
      clauses,
      readAs,
    });
    const ids = found.map(({ id }) => id);
    const views = await readMentions(tx, workspaceId, ids);
    const threads = await threadsOf(tx, workspaceId, ids);
    return {
      mentions: views.map((view) => ({
        ...view,
        threadId: threads.get(view.id) ?? null,
        highlights: highlightForms(wantedForms(clauses, readAs), view.body),
      })),
      readAs,
      next,
    };
  });

type Words = { readonly clauses: readonly SearchClause[]; readonly readAs: readonly ReadAs[] };

const forgiveSlips = async (
  tx: Transaction,
  clauses: readonly SearchClause[],
): Promise<readonly ReadAs[]> => {
  const unknown = await findUnknownWords(tx, wordsToCheck(clauses));
  return unknown.flatMap(({ word, stem, near }) => {
    const stems = nearWords(stem, near);
    return stems.length > 0 ? [{ typed: word, stems }] : [];
  });
};

/** Where a page stands, without its mentions. */
const seekPage = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
  asked: SearchAsked,
  { after, limit }: SearchPart,
  words: Words,
): Promise<{ readonly found: readonly Found[]; readonly next: string | null }> => {
  const isWanted = words.clauses.some(({ isNegated }) => !isNegated);
  const sort = asked.sort === 'relevance' && isWanted ? 'relevance' : 'time';
  const asOf = sort === 'relevance' ? (after?.asOf ?? now.toISOString()) : undefined;
  const authors = await authorsOf(tx, asked);
  if (authors?.length === 0 || (asked.q?.trim() && !isWanted)) return { found: [], next: null };
  const named = authors || !asked.q ? [] : await namedSo(tx, asked.q, sort);
  const sought: Sought = {
    ...asked,
    clauses: words.clauses.map((clause) => soughtClause(clause, words.readAs)),
    authors,
    marks: await rarestFirst(tx, workspaceId, marksWanted(asked)),
    sort,
    asOf,
    before: after,
    limit: limit + 1,
  };
  const byName = await saidByNamed(tx, named, sought);
  const byWords = await seekMentions(tx, { ...sought, notAuthors: named });
  const found = inOrder([...byName, ...byWords], sort);
  return { found: found.slice(0, limit), next: nextOf(found, limit, sort, asOf ?? null) };
};

const nextOf = (
  found: readonly Found[],
  limit: number,
  sort: Sought['sort'],
  asOf: string | null,
): string | null => {
  const last = found[limit - 1];
  if (!last || found.length <= limit) return null;
  return writeSearchPlace({ ...last, score: sort === 'time' ? null : last.score, asOf });
};

const authorsOf = async (tx: Transaction, asked: SearchAsked): Promise<readonly AuthorId[] | undefined> => {
  const named = asked.author?.trim()
    ? (await findAuthors(tx, asked.author, true)).map(({ id }) => id)
    : undefined;
  if (!asked.authorId) return named;
  return named && !named.includes(asked.authorId) ? [] : [asked.authorId];
};

/** How much a name must be like what was typed for what its owner said to stand before texts that answer. */
const SO_CALLED = 0.5;

const namedSo = async (tx: Transaction, q: string, sort: Sought['sort']): Promise<readonly AuthorId[]> =>
  (await findAuthors(tx, q, false))
    .filter(({ likeness }) => sort === 'time' || likeness >= SO_CALLED)
    .map(({ id }) => id);

/** What was said by those who are called so; by relevance it comes before every text. */
const saidByNamed = async (
  tx: Transaction,
  named: readonly AuthorId[],
  sought: Sought,
): Promise<readonly Found[]> => {
  const isWeighed = sought.sort === 'relevance';
  const isPast = isWeighed && sought.before && sought.before.score !== NAMED_SCORE;
  if (named.length === 0 || isPast) return [];
  const said = await seekMentions(tx, { ...sought, clauses: [], authors: named, sort: 'time' });
  return said.map((found) => ({ ...found, score: isWeighed ? NAMED_SCORE : 0 }));
};

/** Above every text: ranks of texts stay far below one. */
const NAMED_SCORE = 10;

const inOrder = (found: readonly Found[], sort: Sought['sort']): readonly Found[] =>
  [...found].sort((a, b) =>
    sort === 'relevance' && a.score !== b.score
      ? b.score - a.score
      : a.saidAt === b.saidAt
        ? order(b.id, a.id)
        : order(b.saidAt, a.saidAt),
  );

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const soughtClause = ({ forms, isNegated }: SearchClause, readAs: readonly ReadAs[]): SoughtClause => ({
  isNegated,
  forms: forms.flatMap((form) => [form, ...(form.isPhrase ? [] : alternativesOf(form.text, readAs))]),
});

const alternativesOf = (text: string, readAs: readonly ReadAs[]): readonly KnownForm[] => {
  const [word] = wordsToCheck([{ forms: [{ text, isPhrase: false }], isNegated: false }]);
  return readAs.flatMap(({ typed, stems }) => (typed === word ? stems.map((stem) => ({ stem })) : []));
};

const wantedForms = (clauses: readonly SearchClause[], readAs: readonly ReadAs[]): readonly string[] => [
  ...clauses.flatMap(({ forms, isNegated }) => (isNegated ? [] : forms.map(({ text }) => text))),
  ...readAs.flatMap(({ stems }) => stems),
];
