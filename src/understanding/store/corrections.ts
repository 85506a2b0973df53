import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, PersonId, WorkspaceId } from '../../platform/ids.ts';
import type { Judgement } from '../model/judgement.ts';
import { readingCorrections } from './reading-corrections.table.ts';

export type CorrectionRow = typeof readingCorrections.$inferSelect;
export type NewCorrection = typeof readingCorrections.$inferInsert;

export const insertCorrection = async (tx: Transaction, row: NewCorrection): Promise<void> => {
  await tx.insert(readingCorrections).values(row);
};

/** The log, the latest first. */
export const listCorrections = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<CorrectionRow[]> =>
  tx
    .select()
    .from(readingCorrections)
    .where(
      and(
        eq(readingCorrections.workspaceId, workspaceId),
        page.before === undefined ? undefined : lt(readingCorrections.id, page.before),
      ),
    )
    .orderBy(desc(readingCorrections.id))
    .limit(page.limit);

/** Held still until the commit, so that it is withdrawn once. */
export const lockCorrection = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<CorrectionRow | undefined> => {
  const [row] = await tx
    .select()
    .from(readingCorrections)
    .where(and(eq(readingCorrections.workspaceId, workspaceId), eq(readingCorrections.id, id)))
    .for('update');
  return row;
};

export const markWithdrawn = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  by: PersonId,
  at: Date,
): Promise<void> => {
  await tx
    .update(readingCorrections)
    .set({ withdrawnAt: at, withdrawnBy: by })
    .where(and(eq(readingCorrections.workspaceId, workspaceId), eq(readingCorrections.id, id)));
};

/** What is still said of a mention's text, in the order in which it was said. */
export const activeOf = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionId: MentionId,
  revision: string,
): Promise<CorrectionRow[]> =>
  tx
    .select()
    .from(readingCorrections)
    .where(
      and(
        eq(readingCorrections.workspaceId, workspaceId),
        eq(readingCorrections.mentionId, mentionId),
        eq(readingCorrections.revision, revision),
        isNull(readingCorrections.withdrawnAt),
      ),
    )
    .orderBy(readingCorrections.id);

export type CorrectionCounts = { readonly total: number; readonly active: number; readonly heldBack: number };

/** All ever made; those still teaching or measuring; of these the ones kept apart. */
export const countCorrections = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<CorrectionCounts> => {
  const { rows } = await tx.execute<CorrectionCounts>(sql`
    select count(*)::int as total,
      count(*) filter (where c.withdrawn_at is null and m.id is not null)::int as active,
      count(*) filter (where c.withdrawn_at is null and m.id is not null and c.held_back)::int as "heldBack"
    from reading_corrections c
    left join mentions m on m.workspace_id = ${workspaceId} and m.id = c.mention_id and m.revision = c.revision
      and m.removed_at is null and (m.body <> '' or m.title is not null)
    where c.workspace_id = ${workspaceId}`);
  return rows[0] ?? { total: 0, active: 0, heldBack: 0 };
};

/** Which of these mentions people have said something about that still teaches. */
export const someCorrected = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly MentionId[],
): Promise<boolean> => {
  if (mentionIds.length === 0) return false;
  const { rows } = await tx.execute<{ some: boolean }>(sql`
    select exists (select from reading_corrections
      where workspace_id = ${workspaceId} and mention_id = any(${sql.param([...mentionIds])}::uuid[])
        and withdrawn_at is null) as some`);
  return rows[0]?.some === true;
};

/** One text and all that is said of it, in order. */
export type LessonRow = {
  readonly title: string | null;
  readonly body: string;
  readonly heldBack: boolean;
  readonly said: readonly Judgement[];
};

/** Texts that people said something about and that are still there as they were, the oldest lesson first. */
export const readLessons = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<readonly LessonRow[]> => {
  const { rows } = await tx.execute<LessonRow>(sql`
    select m.title, m.body, l."heldBack", l.said from (
      select c.mention_id, c.revision, bool_or(c.held_back) as "heldBack", max(c.id::text) as latest,
        jsonb_agg(c.after order by c.id) as said
      from reading_corrections c
      where c.workspace_id = ${workspaceId} and c.withdrawn_at is null
      group by c.mention_id, c.revision order by latest desc limit ${limit}
    ) l
    join mentions m on m.workspace_id = ${workspaceId} and m.id = l.mention_id and m.revision = l.revision
    where m.removed_at is null and (m.body <> '' or m.title is not null)
    order by l.latest`);
  return rows;
};
