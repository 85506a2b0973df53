import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { AuthorId, WatchId } from '../../platform/ids.ts';
import type { SearchPlace } from '../model/search/search-place.ts';

/** Mentions weighed for one page by relevance: the latest that answer. */
export const WEIGHED = 2_000;

/** A word as the index knows it, in place of one that nobody has said. */
export type KnownForm = { readonly stem: string };
export type SoughtClause = {
  readonly forms: readonly ({ readonly text: string; readonly isPhrase: boolean } | KnownForm)[];
  readonly isNegated: boolean;
};

export type Sought = {
  readonly clauses: readonly SoughtClause[];
  /** Only what these have said; undefined is anybody. */
  readonly authors?: readonly AuthorId[] | undefined;
  /** Nothing of what these have said. */
  readonly notAuthors?: readonly AuthorId[] | undefined;
  /** The rarest first, when it matters: the list is driven by it. */
  readonly marks: readonly string[];
  readonly channel?: string | undefined;
  readonly watch?: WatchId | undefined;
  readonly language?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Only what had come in by then, ISO 8601. */
  readonly asOf?: string | undefined;
  readonly sort: 'time' | 'relevance';
  readonly before?: Pick<SearchPlace, 'score' | 'saidAt' | 'id'> | undefined;
  readonly limit: number;
};

export type Found = { readonly id: string; readonly saidAt: string; readonly score: number };

/** Mentions of the transaction's workspace, in order (see the function's migration, and ADR 0016). */
export const seekMentions = async (tx: Transaction, sought: Sought): Promise<readonly Found[]> => {
  const { before } = sought;
  const asked = given({
    marks: sought.marks,
    notAuthors: sought.notAuthors?.length ? sought.notAuthors : undefined,
    channel: sought.channel,
    watch: sought.watch,
    language: sought.language,
    since: sought.since,
    until: sought.until,
    asOf: sought.asOf,
    sort: sought.sort,
    window: WEIGHED,
    beforeAt: before?.saidAt,
    beforeId: before?.id,
    beforeScore: before?.score ?? undefined,
  });
  const { rows } = await tx.execute<{ id: string; said_at: string; score: number }>(sql`
    select id, said_at, score from passaparola_seek_mentions(${JSON.stringify(sought.clauses)}::jsonb,
      ${sought.authors ? sql.param([...sought.authors]) : null}::uuid[], ${JSON.stringify(asked)}::jsonb,
      ${sought.limit}::integer)`);
  return rows.map((row) => ({
    id: row.id,
    saidAt: new Date(row.said_at).toISOString(),
    score: Number(row.score),
  }));
};

const given = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

export type UnknownWord = {
  readonly word: string;
  readonly stem: string;
  readonly near: readonly { readonly word: string; readonly mentions: number }[];
};

/** Which of these folded words nobody has said, each with the known words that are much like it. */
export const findUnknownWords = async (
  tx: Transaction,
  words: readonly string[],
): Promise<readonly UnknownWord[]> => {
  if (words.length === 0) return [];
  const { rows } = await tx.execute<UnknownWord>(
    sql`select word, stem, near from passaparola_near_words(${sql.param([...words])}::text[])`,
  );
  return rows;
};

/** Authors by a part of name or handle, at most 200; forgiving ones also by a name much like it, where there is none. */
export const findAuthors = async (
  tx: Transaction,
  typed: string,
  isForgiving: boolean,
): Promise<readonly { readonly id: AuthorId; readonly likeness: number }[]> => {
  const query: SQL = sql`select id, likeness from passaparola_find_authors(${typed}, 200, ${isForgiving})`;
  const { rows } = await tx.execute<{ id: AuthorId; likeness: number }>(query);
  return rows.map(({ id, likeness }) => ({ id, likeness: Number(likeness) }));
};
