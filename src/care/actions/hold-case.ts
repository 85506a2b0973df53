import { type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type KeptCase, lockCase } from '../store/cases.ts';
import { type CareSettings, holdSettings } from '../store/settings.ts';

type HeldCase = { readonly settings: CareSettings; readonly one: KeptCase };

/** A case that somebody wants to change, and the settings before it, held until the transaction ends: always in this order. */
export const holdCase = async (
  tx: Transaction,
  actor: Member,
  caseId: string,
): Promise<Result<HeldCase, { readonly kind: 'not-allowed' | 'not-found' }>> => {
  if (!may(actor, 'cases.write')) return err({ kind: 'not-allowed' });
  const settings = await holdSettings(tx, actor.workspaceId);
  const one = await lockCase(tx, actor.workspaceId, caseId);
  return one ? ok({ settings, one }) : err({ kind: 'not-found' });
};
