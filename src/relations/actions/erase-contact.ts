import type { Words } from '../../channels/index.ts';
import { audit, type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { waitingId } from '../model/import/account-of.ts';
import { readContact } from '../store/contact-rows.ts';
import {
  deleteAccounts,
  deleteInteractionsOf,
  deletePeople,
  type ForgottenAccount,
  forgetScores,
  suppress,
  withAbsorbed,
} from '../store/forget.ts';
import { holdPeople } from '../store/hold-people.ts';
import { words } from '../words.ts';
import type { ContactFailure } from './change-contact.ts';
import { hashAccount } from './hash-account.ts';
import { tellContacts } from './tell-contacts.ts';

/** What was erased, for whoever asked for it. It names nobody. */
export type ErasureReceipt = {
  readonly erasedAt: string;
  readonly what: {
    readonly accounts: number;
    readonly interactions: number;
    readonly scores: number;
    readonly choices: number;
    /** What was given stays in the company's books, without the person. */
    readonly gifts: number;
    readonly says: Words;
  };
};

type Ground = Pick<Platform, 'database' | 'clock' | 'sealer'>;

/**
 * Forgets a person, as is their right (GDPR art. 17): accounts, interactions, scores, ties, lists. A keyed hash of each
 * account stays, so that nothing that comes in makes them again. It waits for whoever writes about people at this moment.
 */
export const eraseContact = (
  platform: Ground,
  actor: Member,
  id: string,
): Promise<Result<ErasureReceipt, ContactFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.erase')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const now = platform.clock.now();
    await holdPeople(tx, workspaceId, 'alone');
    const found = await readContact(tx, workspaceId, id);
    if (!found || found.mergedInto) return err({ kind: 'not-found' });
    const ids = await withAbsorbed(tx, workspaceId, id);
    const accounts = await deleteAccounts(tx, workspaceId, ids);
    await suppress(tx, workspaceId, fingerprints(platform, accounts), now);
    const interactions = await deleteInteractionsOf(
      tx,
      workspaceId,
      accounts.map((account) => account.id),
    );
    const scores = await forgetScores(tx, workspaceId, ids);
    const { choices, gifts } = await deletePeople(tx, workspaceId, ids);
    const what = { accounts: accounts.length, interactions, scores, choices, gifts };
    await audit(tx, actor, {
      action: 'contact.erased',
      subjectKind: 'contact',
      subjectId: id,
      details: what,
    });
    await tellContacts(tx, workspaceId, ids);
    return ok({ erasedAt: now.toISOString(), what: { ...what, says: words.erased } });
  });

/** Of each account, and of its handle alone: a list of handles must not make them again either. */
const fingerprints = (
  platform: Pick<Platform, 'sealer'>,
  accounts: readonly ForgottenAccount[],
): readonly string[] =>
  accounts.flatMap((account) => [
    hashAccount(platform, account),
    ...(account.handle
      ? [hashAccount(platform, { channel: account.channel, nativeId: waitingId(account.handle) })]
      : []),
  ]);
