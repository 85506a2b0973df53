import { forgetLastDeliveries } from '../../channels/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { AuthorId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  type AccountFacts,
  ownKeysOf,
  type PersonKey,
  saysWhere,
  spokenKey,
  typedKeys,
} from '../model/person-keys.ts';
import {
  connectionIdsOf,
  countKept,
  deleteAuthors,
  findHeardPeople,
  forgetSearchWords,
  forgetTracesOf,
  type HeardPerson,
  mentionIdsBy,
} from '../store/heard-people.ts';
import { deleteHeldOf } from '../store/held-mentions.ts';
import { lockConnection } from '../store/read-known.ts';
import { leaveOut } from './leave-out.ts';
import { withdrawMentions } from './withdraw-mentions.ts';

/** What of a person was taken out of everything heard, in numbers. */
export type ErasedHeard = {
  /** Also those that waited to be looked at. */
  readonly mentions: number;
  /** Originals as the channel gave them, and earlier versions. */
  readonly raw: number;
  readonly versions: number;
  /** Others' mentions that quoted them or answered them: they stay, without the quotation. */
  readonly quotes: number;
  readonly authors: number;
};

export type WhoToErase = {
  readonly authorIds: readonly AuthorId[];
  /** What they are called, as they typed it: mail addresses, handles, addresses of profiles. */
  readonly typed: readonly string[];
  /** Accounts that the rooms above know of. */
  readonly accounts: readonly AccountFacts[];
  /** Other names under which the rooms above would make them again. */
  readonly otherKeys?: readonly PersonKey[];
};

/** At most so many are taken away at a time: the rooms above hear of each part in one event. */
const PART = 500;

/** Waits for whatever is being taken in for this company at this moment, and holds the next until the commit. */
export const holdTakingIn = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  for (const id of await connectionIdsOf(tx, workspaceId)) await lockConnection(tx, id);
};

/** The authors who are meant: by id, and by what they are called on any channel. */
export const whoIsMeant = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { authorIds, typed, accounts }: WhoToErase,
): Promise<readonly HeardPerson[]> =>
  findHeardPeople(tx, workspaceId, {
    authorIds,
    accounts,
    spoken: typed.map(spokenKey).filter(saysWhere),
  });

/**
 * Takes people out of everything that was heard: mentions, originals, versions, tombstones, quotations by others, words of
 * the search; and leaves them out from now on. In the caller's transaction, after `holdTakingIn`; the rooms above hear of
 * the mentions and take theirs away.
 */
export const eraseHeard = async (
  platform: Pick<Platform, 'sealer'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  who: WhoToErase,
  now: Date,
): Promise<ErasedHeard> => {
  const people = await whoIsMeant(tx, workspaceId, who);
  const keys = [
    ...[...people, ...who.accounts].flatMap(ownKeysOf),
    ...who.typed.flatMap(typedKeys),
    ...(who.otherKeys ?? []),
  ];
  await leaveOut(platform, tx, workspaceId, keys, now);
  await forgetLastDeliveries(tx, workspaceId);
  const authorIds = people.map(({ id }) => id);
  const ids = await mentionIdsBy(tx, workspaceId, authorIds);
  const held = await deleteHeldOf(tx, workspaceId, {
    accounts: [...people, ...who.accounts],
    spoken: who.typed.map(spokenKey).filter(saysWhere),
  });
  const erased = { mentions: ids.length + held, raw: 0, versions: 0, quotes: 0, authors: authorIds.length };
  for (let start = 0; start < ids.length; start += PART) {
    const part = ids.slice(start, start + PART);
    const kept = await countKept(tx, workspaceId, part);
    erased.raw += kept.raw;
    erased.versions += kept.versions;
    erased.quotes += await forgetTracesOf(tx, workspaceId, part);
    await forgetSearchWords(tx, workspaceId, part);
    await withdrawMentions(tx, workspaceId, part, { erased: true });
  }
  await deleteAuthors(tx, workspaceId, authorIds);
  return erased;
};
