import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { deskPreferences, noteMentions } from './note-mentions.table.ts';
import { toDate, uuids } from './sql-values.ts';

export const insertNoteMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  note: { readonly id: string; readonly threadId: ThreadId; readonly createdAt: Date },
  personIds: readonly PersonId[],
): Promise<void> => {
  if (personIds.length === 0) return;
  const { id: noteId, threadId, createdAt } = note;
  await tx
    .insert(noteMentions)
    .values(personIds.map((personId) => ({ workspaceId, noteId, personId, threadId, createdAt })));
};

/** They have looked at the conversation: whatever called them there has been heard. */
export const markCallsSeen = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  threadId: ThreadId,
  seenAt: Date,
): Promise<boolean> => {
  const rows = await tx
    .update(noteMentions)
    .set({ seenAt })
    .where(
      and(
        eq(noteMentions.workspaceId, workspaceId),
        eq(noteMentions.personId, personId),
        eq(noteMentions.threadId, threadId),
        isNull(noteMentions.seenAt),
      ),
    )
    .returning({ noteId: noteMentions.noteId });
  return rows.length > 0;
};

/** Who is called by each of these notes. */
export const readCalledBy = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  noteIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PersonId[]>> => {
  const { rows } = await tx.execute<{ id: string; personIds: string[] }>(sql`
    select note_id as id, array_agg(person_id::text order by person_id) as "personIds" from note_mentions
    where workspace_id = ${workspaceId} and note_id = any(${uuids(noteIds)}) group by note_id`);
  return new Map(rows.map(({ id, personIds }) => [id, personIds]));
};

export type Call = {
  readonly noteId: string;
  readonly threadId: ThreadId;
  readonly byId: PersonId;
  readonly body: string;
  readonly at: Date;
  /** Who the conversation is with. */
  readonly authorName: string | null;
};

/** Notes that call this person and that they have not seen, latest first. */
export const readUnseenCalls = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  limit: number,
): Promise<readonly Call[]> => {
  const { rows } = await tx.execute<Omit<Call, 'at'> & { at: string }>(sql`
    select c.note_id as "noteId", c.thread_id as "threadId", n.person_id as "byId", left(n.body, 400) as body,
      n.created_at as at, coalesce(t.author_name, t.author_handle) as "authorName"
    from note_mentions c
    join notes n on n.workspace_id = c.workspace_id and n.id = c.note_id and n.removed_at is null
    join threads t on t.workspace_id = c.workspace_id and t.id = c.thread_id
    where c.workspace_id = ${workspaceId} and c.person_id = ${personId} and c.seen_at is null
    order by c.created_at desc, c.note_id limit ${limit}`);
  return rows.map((row) => ({ ...row, at: toDate(row.at) }));
};

/** One call, while it is still to be heard. */
export const isStillUnseen = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  noteId: string,
  personId: PersonId,
): Promise<boolean> => {
  const { rows } = await tx.execute(sql`
    select from note_mentions c
    join notes n on n.workspace_id = c.workspace_id and n.id = c.note_id and n.removed_at is null
    where c.workspace_id = ${workspaceId} and c.note_id = ${noteId} and c.person_id = ${personId} and c.seen_at is null`);
  return rows.length > 0;
};

export const readMailsMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
): Promise<boolean> => {
  const [row] = await tx
    .select({ mailMentions: deskPreferences.mailMentions })
    .from(deskPreferences)
    .where(and(eq(deskPreferences.workspaceId, workspaceId), eq(deskPreferences.personId, personId)));
  return row?.mailMentions ?? false;
};

export const saveMailsMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  mailMentions: boolean,
): Promise<void> => {
  await tx
    .insert(deskPreferences)
    .values({ workspaceId, personId, mailMentions })
    .onConflictDoUpdate({
      target: [deskPreferences.workspaceId, deskPreferences.personId],
      set: { mailMentions },
    });
};
