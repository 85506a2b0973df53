import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import { type StoredReading, storableReading } from '../model/stored-reading.ts';
import { writeReadings } from '../store/readings.ts';

/** `mentions.reread`: their texts are the same and read differently now, at most 500 an event. */
export type MentionsReread = { readonly mentionIds: readonly MentionId[] };

const IDS_AN_EVENT = 500;

/** Keeps what is read in texts now, and tells the rooms that made summaries of it. */
export const changeReadings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  readings: readonly { readonly id: MentionId; readonly saidAt: string; readonly reading: StoredReading }[],
): Promise<void> => {
  await writeReadings(
    tx,
    workspaceId,
    readings.map((each) => ({ ...each, reading: storableReading(each.reading) })),
  );
  for (let start = 0; start < readings.length; start += IDS_AN_EVENT) {
    const mentionIds = readings.slice(start, start + IDS_AN_EVENT).map(({ id }) => id);
    const payload: MentionsReread = { mentionIds };
    await appendEvents(tx, workspaceId, [{ kind: 'mentions.reread', payload }]);
  }
};
