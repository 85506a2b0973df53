import type { Author, ChannelEvent } from '../../channels/events.ts';
import { savePollOutcome } from '../../channels/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { takeTurns } from '../../platform/take-turns.ts';
import { concerning, type Heard, hear, itemKey, keepsAll, type Unheard } from '../model/hear.ts';
import type { CompiledWatches, WatchMatch } from '../model/match-watch.ts';
import { type MentionRow, mentionRow, noContent } from '../model/mention-row.ts';
import { type Happening, type Outcome, settleMention } from '../model/settle-mention.ts';
import { storableJson } from '../model/storable.ts';
import { storableReading } from '../model/stored-reading.ts';
import { advanceCursor } from '../store/advance-cursor.ts';
import { type Known, lockConnection, readKnown } from '../store/read-known.ts';
import { writeAuthors } from '../store/write-authors.ts';
import { writeFailedItems } from '../store/write-failed-items.ts';
import { deleteMarks, writeMarks } from '../store/write-marks.ts';
import { writeMatches } from '../store/write-matches.ts';
import { type WrittenMention, writeMentions, writeOldTexts } from '../store/write-mentions.ts';
import { forgetRaw, rawKey, writeRaw } from '../store/write-raw.ts';
import { deleteMatches, emptyMentions, writeTombstones } from '../store/write-removals.ts';
import { holdBack } from './hold-back.ts';
import { type Ingested, type IngestInput, LeaseLost, type ReadText } from './ingest-input.ts';
import { withoutLeftOut } from './leave-out.ts';
import { tellOfBatch } from './tell-of-batch.ts';

/** What a batch is heard with. */
export type Ears = { readonly watches: CompiledWatches; readonly read: ReadText | undefined };

/**
 * Batches under way at once in this process. What a batch becomes when it is read takes many times its size, and there may be hundreds
 * of connections: without turns all of them would be read before the first is written, and would take every connection to the database.
 */
const AT_ONCE = 4;
const turn = takeTurns(AT_ONCE);

/** One batch, one transaction, in its turn. Everything that can be thought out beforehand is. */
export const ingestBatch = (platform: Platform, input: IngestInput, ears: Ears): Promise<Ingested> =>
  turn(() => readAndTakeIn(platform, input, ears));

const readAndTakeIn = async (
  platform: Platform,
  input: IngestInput,
  { watches, read }: Ears,
): Promise<Ingested> => {
  const all = input.items.map((raw) => hear(input.channel, watches, raw));
  const heard = all.filter((one): one is Heard => 'events' in one);
  const unheard = all.filter((one): one is Unheard => 'reason' in one);
  const result = await platform.database.inWorkspace(input.workspaceId, (tx) =>
    takeIn(platform, tx, input, read, heard, unheard),
  );
  const channel = input.channel.manifest.id;
  platform.metrics.mentionsIngested.inc({ channel }, result.fresh);
  return result.ingested;
};

const takeIn = async (
  platform: Pick<Platform, 'sealer'>,
  tx: Transaction,
  input: IngestInput,
  read: ReadText | undefined,
  heard: readonly Heard[],
  unheard: readonly Unheard[],
): Promise<{ ingested: Ingested; fresh: number }> => {
  const { workspaceId, connectionId, receivedAt } = input;
  await lockConnection(tx, connectionId);
  await writeFailedItems(tx, workspaceId, connectionId, unheard, receivedAt);
  const wanted = await withoutLeftOut(platform, tx, workspaceId, input.channel.manifest.id, heard);
  const known = await readKnown(tx, workspaceId, connectionId, nativeIdsOf(wanted));
  const counting = await holdBack(tx, input, wanted, (nativeId) => known.mentions.has(nativeId));
  const { fresh, duplicates } = await keepRaw(tx, input, withoutRumours(counting.heard, known), known);
  const outcomes = settleAll(fresh, known, receivedAt);
  await writeOutcomes(tx, input, read, fresh, outcomes);
  await moveOn(tx, input, heard.length);
  await tellOfBatch(tx, input, fresh, outcomes, counting.hasChanged ? [heldChanged] : []);
  return {
    ingested: {
      received: input.items.length,
      duplicates,
      mentions: outcomes
        .filter(({ row, isNewlyRemoved }) => row !== null || isNewlyRemoved)
        .map(({ id }) => id),
      failed: unheard.length,
    },
    fresh: outcomes.filter(({ isNew }) => isNew).length,
  };
};

/** Without ids: what waits is read anew as a whole. */
const heldChanged = { kind: 'held.changed', payload: {} };

/** Removals that count only for what we have say nothing of what we never had. */
const withoutRumours = (heard: readonly Heard[], known: Known): readonly Heard[] => {
  const isRumour = (event: ChannelEvent) => event.kind === 'removed' && event.ifKnown === true;
  if (!heard.some(({ events }) => events.some(isRumour))) return heard;
  const said = new Set(
    heard.flatMap(({ events }) => events.flatMap((e) => (e.kind === 'item' ? [e.item.nativeId] : []))),
  );
  const isNothing = (event: ChannelEvent) =>
    event.kind === 'removed' &&
    isRumour(event) &&
    !known.mentions.has(event.nativeId) &&
    !said.has(event.nativeId);
  return heard.map((one) => ({ ...one, events: one.events.filter((event) => !isNothing(event)) }));
};

/** Before the open screens are told: whoever locks a connection's row tells them after, never the other way round. */
const moveOn = async (tx: Transaction, input: IngestInput, items: number): Promise<void> => {
  const { workspaceId, connectionId, cursor, lease, receivedAt } = input;
  if (!lease) {
    if (cursor) await advanceCursor(tx, workspaceId, connectionId, cursor);
    return;
  }
  const isOurs = await savePollOutcome(
    tx,
    { workspaceId, connectionId, holder: lease.holder },
    {
      now: receivedAt,
      items,
      more: lease.more,
      ...(cursor?.poll === undefined ? {} : { cursor: storableJson(cursor.poll) }),
      ...(cursor?.stream === undefined ? {} : { streamCursor: storableJson(cursor.stream) }),
    },
  );
  if (!isOurs) throw new LeaseLost();
};

const nativeIdsOf = (heard: readonly Heard[]): string[] => [
  ...new Set(
    heard.flatMap(({ events }) =>
      events.flatMap((event) => {
        if (event.kind === 'item') return [event.item.nativeId];
        return event.kind === 'removed' ? [event.nativeId] : [];
      }),
    ),
  ),
];

/** Drops what does not concern us, keeps the raw of the rest, and gives back what was not there before. */
const keepRaw = async (
  tx: Transaction,
  input: IngestInput,
  heard: readonly Heard[],
  known: Known,
): Promise<{ fresh: readonly Heard[]; duplicates: number }> => {
  const { manifest } = input.channel;
  const keepAll = input.keepAll === true || keepsAll(manifest.id, undefined);
  const isAsked = keepAll || input.approval !== undefined;
  const concerns = concerning(heard, (nativeId) => known.mentions.has(nativeId), isAsked);
  const removed = new Set(
    heard.flatMap(({ events }) => events.flatMap((e) => (e.kind === 'removed' ? [e.nativeId] : []))),
  );
  const relevant = heard.flatMap((one) => {
    const events = one.events.filter((event) => event.kind !== 'item' || concerns.has(event.item.nativeId));
    return events.length > 0 ? [{ ...one, events }] : [];
  });
  /** A removal is remembered by its tombstone. */
  const toKeep = relevant.filter(({ events }) => events.some(({ kind }) => kind !== 'removed'));
  const isGone = ({ events }: Heard) =>
    events.some(({ kind }) => kind === 'item') &&
    events.every(
      (e) => e.kind !== 'item' || known.tombstones.has(e.item.nativeId) || removed.has(e.item.nativeId),
    );
  const gone = new Set(toKeep.filter(isGone).map(({ raw }) => rawKey(raw)));
  const written = await writeRaw(
    tx,
    input.workspaceId,
    input.connectionId,
    toKeep.map(({ raw }) => raw),
    {
      receivedAt: input.receivedAt,
      keepBody: (raw) => manifest.dataTerms.keepContent !== 'no' && !gone.has(rawKey(raw)),
    },
  );
  const seen = new Set<string>();
  const fresh = relevant.filter(({ raw, events }) => {
    if (events.every(({ kind }) => kind === 'removed')) return true;
    const isFirst = written.has(rawKey(raw)) && !seen.has(rawKey(raw));
    seen.add(rawKey(raw));
    return isFirst;
  });
  return { fresh, duplicates: relevant.length - fresh.length };
};

const settleAll = (fresh: readonly Heard[], known: Known, receivedAt: Date): Outcome[] => {
  const happenings = new Map<string, Happening[]>();
  const matches = new Map<string, readonly WatchMatch[]>();
  const happen = (nativeId: string, happening: Happening) => {
    const before = happenings.get(nativeId);
    if (before) before.push(happening);
    else happenings.set(nativeId, [happening]);
  };
  for (const { events, matches: found } of fresh) {
    for (const [key, match] of found) matches.set(key, match);
    for (const event of events) {
      if (event.kind === 'item')
        happen(event.item.nativeId, { kind: 'said', row: mentionRow(event.item, receivedAt) });
      if (event.kind === 'removed')
        happen(event.nativeId, { kind: 'removed', at: removalTime(event.removedAt, receivedAt) });
    }
  }
  return [...happenings].map(([nativeId, all]) => {
    const mention = known.mentions.get(nativeId);
    const settled = settleMention(mention, known.tombstones.get(nativeId), all);
    const found = settled.row && !settled.removedAt ? matches.get(itemKey(settled.row)) : undefined;
    return { ...settled, nativeId, id: mention?.id ?? newId(), matches: found ?? [] };
  });
};

const removalTime = (told: string | undefined, receivedAt: Date): string => {
  const time = told === undefined ? Number.NaN : Date.parse(told);
  return (time >= 0 && time <= receivedAt.getTime() ? new Date(time) : receivedAt).toISOString();
};

const writeOutcomes = async (
  tx: Transaction,
  input: IngestInput,
  read: ReadText | undefined,
  fresh: readonly Heard[],
  outcomes: readonly Outcome[],
): Promise<void> => {
  const { workspaceId, connectionId, channel, receivedAt } = input;
  const place = { workspaceId, connectionId, channel: channel.manifest.id };
  const said = outcomes.filter((outcome): outcome is Outcome & { row: MentionRow } => outcome.row !== null);
  const authorIds = await writeAuthors(tx, workspaceId, place.channel, authorsOf(fresh, said), receivedAt);
  const mayKeep = channel.manifest.dataTerms.keepContent !== 'no';
  const asWritten = (outcome: Outcome & { row: MentionRow }) => written(outcome, authorIds, mayKeep, read);
  const mentions = said.filter(({ isNew }) => isNew).map(asWritten);
  const changed = said.filter(({ isNew }) => !isNew).map(asWritten);
  await writeMentions(tx, place, mentions, 'none');
  await writeMentions(tx, place, changed, 'earlier');
  await writeOldTexts(
    tx,
    workspaceId,
    mayKeep ? outcomes.flatMap(({ id, oldTexts }) => oldTexts.map((old) => ({ ...old, mentionId: id }))) : [],
  );
  const before = changed.map(({ id }) => id);
  await deleteMatches(tx, workspaceId, before);
  await deleteMarks(tx, workspaceId, before);
  await writeMarks(tx, workspaceId, mentions, 'none');
  await writeMarks(tx, workspaceId, changed);
  await writeMatches(
    tx,
    workspaceId,
    said.flatMap(({ id, row, matches }) =>
      matches.map((match) => ({ ...match, mentionId: id, saidAt: row.saidAt })),
    ),
  );
  const removed = outcomes.flatMap(({ id, nativeId, removedAt, isNewlyRemoved }) =>
    removedAt ? [{ id, nativeId, removedAt, isNewlyRemoved }] : [],
  );
  await writeTombstones(tx, workspaceId, connectionId, input.receivedAt, removed);
  const emptied = removed.filter(({ isNewlyRemoved }) => isNewlyRemoved);
  await emptyMentions(tx, workspaceId, emptied);
  await forgetRaw(
    tx,
    workspaceId,
    connectionId,
    emptied.map(({ nativeId }) => nativeId),
  );
};

const authorsOf = (fresh: readonly Heard[], said: readonly { row: MentionRow }[]): Author[] => {
  const wanted = new Set(said.map(({ row }) => itemKey(row)));
  return fresh.flatMap(({ events }) =>
    events.flatMap((event) =>
      event.kind === 'item' && wanted.has(itemKey(event.item)) ? [event.item.author] : [],
    ),
  );
};

const written = (
  { id, row, removedAt }: Outcome & { row: MentionRow },
  authorIds: ReadonlyMap<string, string>,
  mayKeep: boolean,
  read: ReadText | undefined,
): WrittenMention => {
  const authorId = authorIds.get(row.authorNativeId);
  if (!authorId) throw new Error('an author was not written');
  /** Our own words and those of machines are not judged. */
  const reading = read && !row.ours && row.automatic === null && !removedAt ? read(row) : null;
  return {
    ...row,
    ...(mayKeep ? {} : noContent),
    id,
    authorId,
    removedAt,
    reading: reading && storableReading(reading),
  };
};
