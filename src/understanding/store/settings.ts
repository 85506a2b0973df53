import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { understandingSettings } from './understanding-settings.table.ts';

export type SettingsRow = Omit<typeof understandingSettings.$inferSelect, 'workspaceId'>;

const asItComes: SettingsRow = {
  toneStrictness: 'normal',
  version: null,
  rereadAskedAt: null,
  rereadDone: null,
  rereadTotal: null,
  caughtUpTo: null,
  caughtUpAt: null,
};

export const readSettings = async (tx: Transaction, workspaceId: WorkspaceId): Promise<SettingsRow> => {
  const [row] = await tx
    .select()
    .from(understandingSettings)
    .where(eq(understandingSettings.workspaceId, workspaceId));
  return row ?? asItComes;
};

export const saveSettings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  change: Partial<SettingsRow>,
): Promise<void> => {
  await tx
    .insert(understandingSettings)
    .values({ workspaceId, ...change })
    .onConflictDoUpdate({ target: understandingSettings.workspaceId, set: change });
};

/** A change is asked after by one job; a job that was lost is missed after so long. Milliseconds. */
const LOST_AFTER_MS = 15_000;

/** Notes that texts are read otherwise from now on. True when nobody has been asked yet to look at the latest ones again. */
export const noteChange = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  version: string,
  now: Date,
): Promise<boolean> => {
  await tx.insert(understandingSettings).values({ workspaceId }).onConflictDoNothing();
  const [row] = await tx
    .select({ askedAt: understandingSettings.rereadAskedAt })
    .from(understandingSettings)
    .where(eq(understandingSettings.workspaceId, workspaceId))
    .for('update');
  const isAsked = row?.askedAt != null && now.getTime() - row.askedAt.getTime() < LOST_AFTER_MS;
  await saveSettings(tx, workspaceId, { version, ...(isAsked ? {} : { rereadAskedAt: now }) });
  return !isAsked;
};

/** Begins to look after all changes so far: later ones ask anew. Null when there was none. */
export const beginReread = async (tx: Transaction, workspaceId: WorkspaceId): Promise<string | null> => {
  const [row] = await tx
    .update(understandingSettings)
    .set({ rereadAskedAt: null })
    .where(eq(understandingSettings.workspaceId, workspaceId))
    .returning({ version: understandingSettings.version });
  return row?.version ?? null;
};

/** Where looking again stands, as long as no later change has begun its own. */
export const saveProgress = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  version: string,
  progress: { readonly done: number; readonly total: number } | null,
): Promise<void> => {
  await tx.execute(sql`
    update understanding_settings set reread_done = ${progress?.done ?? null}, reread_total = ${progress?.total ?? null}
     where workspace_id = ${workspaceId} and version = ${version}::uuid`);
};

/** Workspaces whose older mentions may not have been read; over the whole installation. */
export const behindWithReading = async (tx: Transaction): Promise<readonly WorkspaceId[]> => {
  const { rows } = await tx.execute<{ id: WorkspaceId }>(sql`
    select w.id from workspaces w left join understanding_settings s on s.workspace_id = w.id
     where s.caught_up_at is null order by w.id`);
  return rows.map(({ id }) => id);
};
