import { findChannel } from '../../channels/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { waitingId } from '../model/import/account-of.ts';
import {
  accountKey,
  adoptAccounts,
  type HeardAccount,
  insertPeople,
  type KnownAccount,
  linkAuthors,
  readByAuthor,
  readByNative,
  readOthersAuthors,
  readOurAccounts,
  readSuppressed,
} from '../store/known-people.ts';
import { hashesOf } from './hash-account.ts';

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
  const known = await readByAuthor(tx, workspaceId, authorIds);
  const missing = authorIds.filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  const heard = await readOthersAuthors(tx, workspaceId, missing);
  const found = await knowAccounts(platform, tx, workspaceId, heard);
  const authors = heard.flatMap((account): [string, KnownAccount][] => {
    const one = found.get(accountKey(account));
    return one ? [[account.authorId, one]] : [];
  });
  return new Map([...known, ...authors]);
};

/** The same by channel and native id (`accountKey`). */
export const knowAccounts = async (
  platform: PeopleGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  heard: readonly HeardAccount[],
): Promise<ReadonlyMap<string, KnownAccount>> => {
  const allowed = heard.filter(({ channel }) => mayProfile(channel));
  if (allowed.length === 0) return new Map();
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
  if (strangers.length === 0) return before;
  await insertPeople(tx, workspaceId, strangers, platform.clock.now());
  return new Map([...before, ...(await readByNative(tx, workspaceId, strangers))]);
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
  const hashes = new Map(distinct.map((account) => [account, hashesOf(platform, account)]));
  const forgotten = await readSuppressed(tx, workspaceId, [...hashes.values()].flat());
  return distinct.filter(
    (account) => !ours.has(accountKey(account)) && !hashes.get(account)?.some((hash) => forgotten.has(hash)),
  );
};
