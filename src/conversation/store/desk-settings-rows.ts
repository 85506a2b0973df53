import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { type DeskHours, usualHours } from '../../platform/time/desk-hours.ts';
import { type AnswerTarget, usualTargets } from '../model/answer-target.ts';
import { deskSettings } from './desk-settings.table.ts';

export type DeskSettings = {
  readonly hours: DeskHours;
  readonly targets: readonly AnswerTarget[];
  readonly escalateTo: PersonId | null;
  /** Counts every change, 0 before the first; who changes them names the one that they saw. */
  readonly version: number;
};

/** As the company set them, or as usual. */
export const readDeskSettings = async (tx: Transaction, workspaceId: WorkspaceId): Promise<DeskSettings> => {
  const [row] = await tx
    .select({
      hours: deskSettings.hours,
      targets: deskSettings.targets,
      escalateTo: deskSettings.escalateTo,
      version: deskSettings.version,
    })
    .from(deskSettings)
    .where(eq(deskSettings.workspaceId, workspaceId));
  if (row)
    return {
      ...row,
      targets: row.targets.map((one) => ({ ...one, leastGravity: one.leastGravity ?? null })),
    };
  return { hours: usualHours, targets: usualTargets, escalateTo: null, version: 0 };
};

/** Makes `version` one more. False when it is another by now. */
export const saveDeskSettings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  settings: DeskSettings,
  updatedAt: Date,
): Promise<boolean> => {
  const set = { ...settings, version: settings.version + 1, updatedAt };
  const kept = await tx
    .insert(deskSettings)
    .values({ workspaceId, ...set })
    .onConflictDoUpdate({
      target: deskSettings.workspaceId,
      set,
      setWhere: sql`${deskSettings.version} = ${settings.version}`,
    })
    .returning({ version: deskSettings.version });
  return kept.length > 0;
};
