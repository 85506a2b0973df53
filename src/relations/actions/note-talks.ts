import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { SpokenFacts } from '../model/interactions/edges-of.ts';
import { noteCalls, noteMeetings, type Talk } from '../store/birthdays.ts';
import type { KnownAccount } from '../store/known-people.ts';

/**
 * Talks that a colleague wrote down move the path of a relationship: whoever came by has met us, whoever called has conversed
 * with us, though on no channel anything was answered. Costs nothing where there are none.
 */
export const noteTalks = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  said: readonly SpokenFacts[],
  accounts: ReadonlyMap<string, KnownAccount>,
): Promise<void> => {
  const of = (form: string): readonly Talk[] =>
    said.flatMap((one) => {
      const known = one.form === form && !one.ours && !one.removed ? accounts.get(one.authorId) : undefined;
      return known && !known.objected ? [{ contactId: known.contactId, at: one.saidAt }] : [];
    });
  await noteMeetings(tx, workspaceId, of('encounter'));
  await noteCalls(tx, workspaceId, of('call'));
};
