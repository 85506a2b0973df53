import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { CaseFacts } from '../model/figures.ts';

export const caseViews = ['open', 'mine', 'overdue', 'ended', 'undone', 'all'] as const;
export type CaseView = (typeof caseViews)[number];

export type CaseFilter = {
  readonly view: CaseView;
  readonly personId: string;
  readonly now: Date;
  readonly causeId?: string | undefined;
  readonly search?: string | undefined;
  readonly before?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
};

export type ListedCase = {
  readonly id: string;
  readonly reportedAt: Date;
  /** First words of what was said first; null once it is gone. */
  readonly preview: string | null;
  readonly authorName: string | null;
};

const whichView = ({ view, personId, now }: CaseFilter): SQL => {
  switch (view) {
    case 'open':
      return sql`c.ended_at is null`;
    case 'mine':
      return sql`c.ended_at is null and c.owner_id = ${personId}`;
    case 'overdue':
      return sql`c.ended_at is null and c.due_at < ${now.toISOString()}::timestamptz`;
    case 'ended':
      return sql`c.ended_at is not null and c.state <> 'undone'`;
    case 'undone':
      return sql`c.state = 'undone'`;
    case 'all':
      return sql`c.state <> 'undone'`;
  }
};

/** A page of cases, the latest first, each with the first words that were said. */
export const listCases = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  filter: CaseFilter,
): Promise<readonly ListedCase[]> => {
  const { causeId, search, before, limit } = filter;
  const pattern = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : undefined;
  const { rows } = await tx.execute<{
    id: string;
    reportedAt: string;
    preview: string | null;
    authorName: string | null;
  }>(sql`
    select c.id, c.reported_at as "reportedAt", f.preview, f.name as "authorName" from cases c
    left join lateral (
      select left(coalesce(nullif(m.body, ''), m.title), 240) as preview, coalesce(a.name, a.handle) as name
      from case_mentions k
      join mentions m on m.workspace_id = k.workspace_id and m.id = k.mention_id
      left join authors a on a.workspace_id = m.workspace_id and a.id = m.author_id
      where k.workspace_id = c.workspace_id and k.case_id = c.id order by k.said_at, k.mention_id limit 1) f on true
    where c.workspace_id = ${workspaceId} and ${whichView(filter)}
      ${causeId ? sql`and c.cause_id = ${causeId}` : sql``}
      ${
        pattern
          ? sql`and (f.preview ilike ${pattern} or f.name ilike ${pattern} or c.product ilike ${pattern}
              or c.batch ilike ${pattern} or c.order_reference ilike ${pattern} or c.number::text = ${search ?? ''})`
          : sql``
      }
      ${before ? sql`and (c.reported_at, c.id) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)` : sql``}
    order by c.reported_at desc, c.id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, reportedAt: new Date(row.reportedAt) }));
};

type CaseCounts = Readonly<Record<'open' | 'mine' | 'overdue', number>>;

export const countCases = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Promise<CaseCounts> => {
  const { rows } = await tx.execute<CaseCounts>(sql`
    select count(*)::int as open, count(*) filter (where owner_id = ${personId})::int as mine,
      count(*) filter (where due_at < ${now.toISOString()}::timestamptz)::int as overdue
    from cases where workspace_id = ${workspaceId} and ended_at is null`);
  return rows[0] ?? { open: 0, mine: 0, overdue: 0 };
};

/** What figures need, of the cases that were reported in a time. */
export const readFacts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<readonly (CaseFacts & { readonly id: string })[]> => {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select id, state, channel, reported_at as "reportedAt", first_answer_at as "firstAnswerAt",
      answers_to_solve as "answersToSolve", first_solved_at as "firstSolvedAt", confirmed_at as "confirmedAt",
      ended_at as "endedAt", reopened, praised_at as "praisedAt", cause_id as "causeId", product, cost_cents as "costCents"
    from cases where workspace_id = ${workspaceId}
      and reported_at >= ${from.toISOString()}::timestamptz and reported_at < ${to.toISOString()}::timestamptz`);
  return rows.map((row) => ({
    ...(row as unknown as CaseFacts & { id: string }),
    reportedAt: new Date(String(row.reportedAt)),
    firstAnswerAt: dateOf(row.firstAnswerAt),
    firstSolvedAt: dateOf(row.firstSolvedAt),
    confirmedAt: dateOf(row.confirmedAt),
    endedAt: dateOf(row.endedAt),
    praisedAt: dateOf(row.praisedAt),
  }));
};

const dateOf = (value: unknown): Date | null => (value === null ? null : new Date(String(value)));

/** Mentions of people who are not us in a time; `perMonth` by month, `YYYY-MM` in UTC. */
export const countHeard = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<number> => {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from mentions where workspace_id = ${workspaceId} and not ours and automatic is null
      and said_at >= ${from.toISOString()}::timestamptz and said_at < ${to.toISOString()}::timestamptz`);
  return rows[0]?.count ?? 0;
};
