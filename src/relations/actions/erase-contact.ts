import type { Words } from '../../channels/index.ts';
import { eraseHeard, holdTakingIn, saysWhere, spokenKey, whoIsMeant } from '../../listening/index.ts';
import { type Actor, audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { waitingId } from '../model/import/account-of.ts';
import { type Lent, nothingLent } from '../model/lent.ts';
import { readContact } from '../store/contact-rows.ts';
import {
  contactsWithAccounts,
  deleteAccounts,
  deleteInteractionsOf,
  deletePeople,
  type ForgottenAccount,
  forgetScores,
  withAbsorbed,
} from '../store/forget.ts';
import { holdPeople } from '../store/hold-people.ts';
import { words } from '../words.ts';
import type { ContactFailure } from './change-contact.ts';
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
    /** What they said, wherever it was heard; originals and earlier versions of it; quotations of it by others. */
    readonly mentions: number;
    readonly raw: number;
    readonly versions: number;
    readonly quotes: number;
    /** What of it is kept all the same as evidence, for the defence of a right (GDPR art. 17(3)(e)): `says` says so. */
    readonly evidence: number;
    readonly says: Words;
  };
};

type Ground = Pick<Platform, 'database' | 'clock' | 'sealer'>;

/** Who is meant: a person of ours, authors that were heard, or accounts as somebody typed them. */
export type ErasureAsked = {
  readonly contactIds: readonly string[];
  readonly authorIds: readonly string[];
  readonly typed: readonly string[];
  /** Accounts by their channel's own ids. */
  readonly accounts?: readonly { readonly channel: string; readonly nativeId: string }[];
};

/**
 * Forgets a person, as is their right (GDPR art. 17): accounts, interactions, scores, ties, lists, and everything they said
 * wherever it was heard. A keyed hash of each account stays, so that nothing that comes in makes or keeps them again. It
 * waits for whatever is being taken in, and for whoever writes about people at this moment.
 */
export const eraseContact = (
  platform: Ground,
  actor: Member,
  id: string,
  evidenceOf?: Lent['evidenceOf'],
): Promise<Result<ErasureReceipt, ContactFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.erase')) return err({ kind: 'not-allowed' });
    await holdEverything(tx, actor.workspaceId);
    const found = await readContact(tx, actor.workspaceId, id);
    if (!found || found.mergedInto) return err({ kind: 'not-found' });
    return ok(await erase(platform, tx, actor, { contactIds: [id], authorIds: [], typed: [] }, evidenceOf));
  });

/** The same for whoever is meant, known to us as a person or not, and for who was never heard: they will not be. */
export const erasePerson = (
  platform: Ground,
  actor: Member,
  asked: Omit<ErasureAsked, 'contactIds'>,
  evidenceOf?: Lent['evidenceOf'],
): Promise<Result<ErasureReceipt, ContactFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.erase')) return err({ kind: 'not-allowed' });
    await holdEverything(tx, actor.workspaceId);
    return ok(await erase(platform, tx, actor, { ...asked, contactIds: [] }, evidenceOf));
  });

/** For who asked through the channel itself, which vouches for who they are: no person of ours stands between. */
export const eraseAsAsked = async (
  platform: Pick<Ground, 'clock' | 'sealer'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  accounts: NonNullable<ErasureAsked['accounts']>,
): Promise<void> => {
  await holdEverything(tx, workspaceId);
  const actor: Actor = { kind: 'system', workspaceId, name: 'erasure asked through a channel' };
  await erase(platform, tx, actor, { contactIds: [], authorIds: [], typed: [], accounts });
};

const holdEverything = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  await holdTakingIn(tx, workspaceId);
  await holdPeople(tx, workspaceId, 'alone');
};

const erase = async (
  platform: Pick<Ground, 'clock' | 'sealer'>,
  tx: Transaction,
  actor: Actor,
  asked: ErasureAsked,
  evidenceOf: Lent['evidenceOf'] = nothingLent.evidenceOf,
): Promise<ErasureReceipt> => {
  const { workspaceId } = actor;
  const now = platform.clock.now();
  const meant = await whoIsMeant(tx, workspaceId, { ...asked, accounts: asked.accounts ?? [] });
  const contacts = await contactsWithAccounts(
    tx,
    workspaceId,
    meant,
    asked.typed.map(spokenKey).filter(saysWhere),
  );
  const ids = (
    await Promise.all(
      [...new Set([...asked.contactIds, ...contacts])].map((id) => withAbsorbed(tx, workspaceId, id)),
    )
  ).flat();
  const accounts = await deleteAccounts(tx, workspaceId, ids);
  const interactions = await deleteInteractionsOf(
    tx,
    workspaceId,
    accounts.map((account) => account.id),
  );
  const scores = await forgetScores(tx, workspaceId, ids);
  const { choices, gifts } = await deletePeople(tx, workspaceId, ids);
  const authorIds = [
    ...new Set([...meant.map(({ id }) => id), ...accounts.flatMap(({ authorId }) => authorId ?? [])]),
  ];
  const otherKeys = waitingKeys(accounts);
  const named = [...accounts, ...(asked.accounts ?? [])];
  const who = { authorIds, typed: asked.typed, accounts: named, otherKeys };
  const heard = await eraseHeard(platform, tx, workspaceId, who, now);
  const { mentions, raw, versions, quotes } = heard;
  const what = {
    accounts: accounts.length,
    interactions,
    scores,
    choices,
    gifts,
    mentions,
    raw,
    versions,
    quotes,
    evidence: await evidenceOf(tx, workspaceId, authorIds),
  };
  await audit(tx, actor, {
    action: 'contact.erased',
    subjectKind: 'contact',
    subjectId: asked.contactIds[0] ?? contacts[0] ?? workspaceId,
    details: what,
  });
  await tellContacts(tx, workspaceId, ids);
  return {
    erasedAt: now.toISOString(),
    what: { ...what, says: what.evidence > 0 ? words.erasedButEvidence : words.erased },
  };
};

/** Of each account its handle alone: a list of handles must not make them again either. */
const waitingKeys = (
  accounts: readonly ForgottenAccount[],
): readonly { readonly channel: string; readonly nativeId: string }[] =>
  accounts.flatMap(({ channel, handle }) => (handle ? [{ channel, nativeId: waitingId(handle) }] : []));
