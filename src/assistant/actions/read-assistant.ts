import { findWorkspace, type Member, may } from '../../people/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { restingUntil } from '../model/resting.ts';
import { type AssistantSettings, isWanted } from '../model/settings.ts';
import { readSettings } from '../store/settings.ts';
import { latestUses, type MonthUse, readMonth } from '../store/uses.ts';
import type { Assistant } from './assistant.ts';

export type AssistantState = {
  /** This person may ask for drafts. */
  readonly drafts: boolean;
  /** For whoever manages it; null for the others. */
  readonly manage: {
    readonly settings: AssistantSettings;
    readonly month: MonthUse;
    readonly restingUntil: Date | null;
  } | null;
};

/** Whether the language model helps here, and what it has cost this month. */
export const readAssistant = (
  { database, clock }: Pick<Assistant, 'database' | 'clock'>,
  actor: Member,
): Promise<Result<AssistantState, { readonly kind: 'not-allowed' }>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'workspace.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const settings = await readSettings(tx, workspaceId);
    const drafts = isWanted(settings, 'draft') && may(actor, 'replies.send');
    if (!may(actor, 'assistant.manage')) return ok({ drafts, manage: null });
    const now = clock.now();
    const timeZone = (await findWorkspace(tx, workspaceId))?.timeZone ?? 'Europe/Rome';
    const month = await readMonth(tx, workspaceId, now, timeZone);
    const resting = restingUntil(await latestUses(tx, workspaceId), now);
    return ok({ drafts, manage: { settings, month, restingUntil: resting } });
  });
