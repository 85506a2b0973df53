import type { Platform } from '../../platform/platform.ts';
import { writeFailedItems } from '../store/write-failed-items.ts';
import { databaseFault, withRetries } from './database-fault.ts';
import { type Ears, ingestBatch } from './ingest-batch.ts';
import type { Ingested, IngestInput } from './ingest-input.ts';
import { watchesOf } from './watches-of.ts';

const AT_ONCE = 500;

/**
 * Takes in what a channel gave, 500 items a transaction: nothing twice, in whatever order edits and deletions come, however
 * often it is called with the same. An item that the database refuses is laid aside alone. Throws when the database is away:
 * nothing of the open batch is kept then, and the cursor stays.
 */
export const ingest = async (platform: Platform, input: IngestInput): Promise<Ingested> => {
  const ears: Ears = {
    watches: await watchesOf(platform, input.workspaceId),
    read: await input.read?.(input.workspaceId),
  };
  let sum: Ingested = { received: input.items.length, duplicates: 0, mentions: [], failed: 0 };
  let from = 0;
  do {
    const items = input.items.slice(from, from + AT_ONCE);
    from += AT_ONCE;
    const { cursor, ...rest } = input;
    const isLast = from >= input.items.length;
    sum = add(
      sum,
      await ingestOrSplit(platform, { ...rest, items, ...(isLast && cursor && { cursor }) }, ears),
    );
  } while (from < input.items.length);
  if (sum.failed > 0) platform.metrics.failedItems.inc({ channel: input.channel.manifest.id }, sum.failed);
  return sum;
};

/** Halves a batch that the database refuses until the culprit stands alone. */
const ingestOrSplit = async (platform: Platform, input: IngestInput, ears: Ears): Promise<Ingested> => {
  try {
    return await withRetries(() => ingestBatch(platform, input, ears));
  } catch (error) {
    const fault = databaseFault(error);
    if (fault.kind !== 'data' || input.items.length === 0) throw error;
    if (input.items.length === 1) return await layAside(platform, input, ears, fault.code);
    const { cursor, ...rest } = input;
    const middle = Math.ceil(input.items.length / 2);
    const first = await ingestOrSplit(platform, { ...rest, items: input.items.slice(0, middle) }, ears);
    return add(first, await ingestOrSplit(platform, { ...input, items: input.items.slice(middle) }, ears));
  }
};

const layAside = async (
  platform: Platform,
  input: IngestInput,
  ears: Ears,
  reason: string,
): Promise<Ingested> => {
  const { workspaceId, connectionId, receivedAt } = input;
  const channel = input.channel.manifest.id;
  platform.log.error({ channel, connectionId, reason }, 'an item could not be taken in and was laid aside');
  await platform.database.inWorkspace(workspaceId, (tx) =>
    writeFailedItems(
      tx,
      workspaceId,
      connectionId,
      input.items.map((raw) => ({ raw, reason })),
      receivedAt,
    ),
  );
  const empty = await ingestBatch(platform, { ...input, items: [] }, ears);
  return { ...empty, failed: 1 };
};

const add = (one: Ingested, other: Ingested): Ingested => ({
  received: one.received,
  duplicates: one.duplicates + other.duplicates,
  mentions: one.mentions.concat(other.mentions),
  failed: one.failed + other.failed,
});
