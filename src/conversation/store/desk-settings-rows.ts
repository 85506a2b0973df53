import { eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { type DeskHours, usualHours } from '../../platform/time/desk-hours.ts';
import { type AnswerTarget, usualTargets } from '../model/answer-target.ts';
import { deskSettings } from './desk-settings.table.ts';

export type DeskSettings = {
  readonly hours: DeskHours;
  readonly targets: readonly AnswerTarget[];
  readonly escalateTo: PersonId | null;
};

/** As the company set them, or as usual. */
export const readDeskSettings = async (tx: Transaction, workspaceId: WorkspaceId): Promise<DeskSettings> => {
  const [row] = await tx
    .select({ hours: deskSettings.hours, targets: deskSettings.targets, escalateTo: deskSettings.escalateTo })
    .from(deskSettings)
    .where(eq(deskSettings.workspaceId, workspaceId));
  return row ?? { hours: usualHours, targets: usualTargets, escalateTo: null };
};

export const saveDeskSettings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  settings: DeskSettings,
  updatedAt: Date,
): Promise<void> => {
  const set = { ...settings, updatedAt };
  await tx
    .insert(deskSettings)
    .values({ workspaceId, ...set })
    .onConflictDoUpdate({ target: deskSettings.workspaceId, set });
};
