import { and, count, eq, getTableColumns, inArray, isNotNull, lt } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, UploadId, WorkspaceId } from '../../platform/ids.ts';
import { uploads } from './uploads.table.ts';

/** All of an upload but its bytes. */
export type Upload = Omit<typeof uploads.$inferSelect, 'bytes'>;

const { bytes: _bytes, ...facts } = getTableColumns(uploads);

const isUpload = (workspaceId: WorkspaceId, id: UploadId) =>
  and(eq(uploads.workspaceId, workspaceId), eq(uploads.id, id));

export const insertUpload = async (tx: Transaction, row: typeof uploads.$inferInsert): Promise<Upload> => {
  const [written] = await tx.insert(uploads).values(row).returning(facts);
  if (!written) throw new Error('a written upload vanished');
  return written;
};

/** Those of these ids that are here, in no order. */
export const readUploads = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly UploadId[],
): Promise<Upload[]> =>
  tx
    .select(facts)
    .from(uploads)
    .where(and(eq(uploads.workspaceId, workspaceId), inArray(uploads.id, [...ids])));

export const readUploadWithBytes = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: UploadId,
): Promise<(Upload & { readonly bytes: Buffer }) | undefined> => {
  const [row] = await tx.select().from(uploads).where(isUpload(workspaceId, id));
  return row;
};

export const updateAlt = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: UploadId,
  alt: string,
): Promise<Upload | undefined> => {
  const [row] = await tx.update(uploads).set({ alt }).where(isUpload(workspaceId, id)).returning(facts);
  return row;
};

/** How many pictures of this person wait to be used. */
export const countWaiting = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
): Promise<number> => {
  const [row] = await tx
    .select({ waiting: count() })
    .from(uploads)
    .where(
      and(
        eq(uploads.workspaceId, workspaceId),
        eq(uploads.personId, personId),
        isNotNull(uploads.neededUntil),
      ),
    );
  return row?.waiting ?? 0;
};

/** From here on they stay: something that stays shows them. False when one of them is not here (any more). */
export const keepUploads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly UploadId[],
): Promise<boolean> => {
  if (ids.length === 0) return true;
  const kept = await tx
    .update(uploads)
    .set({ neededUntil: null })
    .where(and(eq(uploads.workspaceId, workspaceId), inArray(uploads.id, [...ids])))
    .returning({ id: uploads.id });
  return kept.length === new Set(ids).size;
};

/** Something unfinished shows them: they wait longer. Those that stay anyway are left as they are. */
export const waitForUploads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly UploadId[],
  neededUntil: Date,
): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .update(uploads)
    .set({ neededUntil })
    .where(
      and(
        eq(uploads.workspaceId, workspaceId),
        inArray(uploads.id, [...ids]),
        lt(uploads.neededUntil, neededUntil),
      ),
    );
};

/** Forgets, in all workspaces, what nobody came to use. Returns how many. */
export const deleteUnused = async (tx: Transaction, now: Date): Promise<number> => {
  const gone = await tx.delete(uploads).where(lt(uploads.neededUntil, now)).returning({ id: uploads.id });
  return gone.length;
};
