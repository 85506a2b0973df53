import { findChannel } from '../../channels/index.ts';
import { hashesBy, hasSuppressions, readSuppressedSince } from '../../listening/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { waitingId } from '../model/import/account-of.ts';
import type { SummaryChange } from '../model/interactions/sum-changes.ts';
import {
  accountKey,
  adoptAccounts,
  type HeardAccount,
  insertAccounts,
  insertNewcomers,
  type KnownAccount,
  linkAuthors,
  type Newcomer,
  readByAuthor,
  readByNative,
  readOthersAuthors,
  readOurAccounts,
} from '../store/known-people.ts';

export type PeopleGround = Pick<Platform, 'sealer' | 'clock'>;

/** False where a channel's terms forbid it, and where we no longer know the channel. */
export const mayProfile = (channel: string): boolean =>
  findChannel(channel)?.manifest.dataTerms.profileAuthors === true;

/** The accounts of these authors, made where they were missing. Ours, and those that may not be known, are absent. */
export const knowAuthors = async (
  platform: PeopleGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  authorIds: readonly string[],
): Promise<ReadonlyMap<string, KnownAccount>> => {
  const { accounts, newcomers } = await meetAuthors(platform, tx, workspaceId, authorIds);
  await welcome(platform, tx, workspaceId, newcomers);
  return accounts;
};

/** Accounts, and whose person the caller has still to make (`welcome`), when it knows what they did. */
export type Met = {
  readonly accounts: ReadonlyMap<string, KnownAccount>;
  readonly newcomers: readonly Newcomer[];
};

export const meetAuthors = async (
  platform: PeopleGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  authorIds: readonly string[],
): Promise<Met> => {
  const known = await readByAuthor(tx, workspaceId, authorIds);
  const missing = authorIds.filter((id) => !known.has(id));
  if (missing.length === 0) return { accounts: known, newcomers: [] };
  const heard = await readOthersAuthors(tx, workspaceId, missing);
  const found = await meetAccounts(platform, tx, workspaceId, heard);
  const authors = heard.flatMap((account): [string, KnownAccount][] => {
    const one = found.accounts.get(accountKey(account));
    return one ? [[account.authorId, one]] : [];
  });
  return { accounts: new Map([...known, ...authors]), newcomers: found.newcomers };
};

/** Makes the people of new accounts, with what the batch that brings them says of each. */
export const welcome = (
  platform: PeopleGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  newcomers: readonly Newcomer[],
  changes: readonly SummaryChange[] = [],
): Promise<void> => {
  const byContact = new Map(changes.map((change) => [change.contactId, change]));
  return insertNewcomers(tx, workspaceId, newcomers, byContact, platform.clock.now());
};

/** The same by channel and native id (`accountKey`). */
export const knowAccounts = async (
  platform: PeopleGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  heard: readonly HeardAccount[],
): Promise<ReadonlyMap<string, KnownAccount>> => {
  const { accounts, newcomers } = await meetAccounts(platform, tx, workspaceId, heard);
  await welcome(platform, tx, workspaceId, newcomers);
  return accounts;
};

const meetAccounts = async (
  platform: PeopleGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  heard: readonly HeardAccount[],
): Promise<Met> => {
  const allowed = heard.filter(({ channel }) => mayProfile(channel));
  if (allowed.length === 0) return { accounts: new Map(), newcomers: [] };
  await adoptWaiting(tx, workspaceId, allowed);
  const before = await readByNative(tx, workspaceId, allowed);
  await linkAuthors(
    tx,
    workspaceId,
    allowed.flatMap((account) => {
      const known = before.get(accountKey(account));
      const isNews = known && known.authorId === null && account.authorId !== null;
      return isNews ? [{ identityId: known.identityId, authorId: account.authorId as string }] : [];
    }),
  );
  const strangers = await withoutForgotten(
    platform,
    tx,
    workspaceId,
    allowed.filter((account) => !before.has(accountKey(account))),
  );
  if (strangers.length === 0) return { accounts: before, newcomers: [] };
  const made = await insertAccounts(tx, workspaceId, strangers, platform.clock.now());
  /** Made by another writer at this very moment: theirs hold. */
  const beaten = strangers.filter((account) => !made.has(accountKey(account)));
  return {
    accounts: new Map<string, KnownAccount>([
      ...before,
      ...made,
      ...(await readByNative(tx, workspaceId, beaten)),
    ]),
    newcomers: [...made.values()].map(({ newcomer }) => newcomer),
  };
};

/** Imported by their handle alone, they are heard now: the channel's own id takes its place. */
const adoptWaiting = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  heard: readonly HeardAccount[],
): Promise<void> =>
  adoptAccounts(
    tx,
    workspaceId,
    heard.flatMap(({ channel, nativeId, handle }) =>
      handle && (channel === 'fediverse' || channel === 'bluesky')
        ? [{ channel, nativeId, waiting: waitingId(handle) }]
        : [],
    ),
  );

const withoutForgotten = async (
  platform: PeopleGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  accounts: readonly HeardAccount[],
): Promise<readonly HeardAccount[]> => {
  if (accounts.length === 0) return [];
  const ours = await readOurAccounts(tx, workspaceId);
  const distinct = [...new Map(accounts.map((account) => [accountKey(account), account])).values()];
  const others = distinct.filter((account) => !ours.has(accountKey(account)));
  if (!(await hasSuppressions(tx, workspaceId))) return others;
  const hashesOf = hashesBy(platform);
  const hashes = new Map(others.map((account) => [account, hashesOf(account)]));
  const forgotten = await readSuppressedSince(tx, workspaceId, [...hashes.values()].flat());
  return others.filter((account) => !hashes.get(account)?.some((hash) => forgotten.has(hash)));
};
