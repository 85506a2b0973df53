import type { Channel } from '../../channels/contract.ts';
import { channels } from '../../channels/index.ts';
import type { Database, Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { REFUSED_DAYS, WAITING_DAYS } from '../model/held.ts';
import { sweepHeld } from '../store/held-mentions.ts';
import { emptyOldRaw, emptyOutlived } from '../store/retention.ts';
import { type EmptiedMention, emptyOldContent, forgetLooseTombstones } from '../store/sweep-old.ts';

/** A deletion whose item never came is remembered for this long. */
const LOOSE_TOMBSTONE_HOURS = 24;

/** `mentions.emptied`: the time for which their words may be kept is over, at most 500 an event. */
export type MentionsEmptied = { readonly mentionIds: readonly string[] };

const IDS_AN_EVENT = 500;

/** Every hour: what a channel allows to be kept only for a time goes when the time is over. */
export const sweepJob = (platform: Platform): JobDefinition => ({
  name: 'listening.sweep',
  cron: '17 * * * *',
  handle: async () => sweep(platform.database, platform.clock.now(), channels),
});

export const sweep = async (
  database: Database,
  now: Date,
  known: readonly Pick<Channel, 'manifest'>[],
): Promise<void> => {
  const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3600 * 1000);
  for (const { manifest } of known) {
    const { keepContent } = manifest.dataTerms;
    if (typeof keepContent === 'string') continue;
    const before = hoursAgo(keepContent.maxHours);
    await database.asInstallation(async (tx) => tell(tx, await emptyOldContent(tx, manifest.id, before)));
  }
  await database.asInstallation((tx) => forgetLooseTombstones(tx, hoursAgo(LOOSE_TOMBSTONE_HOURS)));
  await database.asInstallation((tx) =>
    sweepHeld(tx, {
      approved: hoursAgo(48),
      refusedWords: hoursAgo(24 * REFUSED_DAYS),
      waiting: hoursAgo(24 * WAITING_DAYS),
    }),
  );
  await sweepOutlived(database, now);
};

/** Rows that one transaction empties: it must not hold up what comes in. */
const AT_A_TIME = 2_000;
/** What one sweep does at most; the next goes on. */
const MOST_TIMES = 100;

/** What each company has decided to keep for a time: originals, and words. */
const sweepOutlived = async (database: Database, now: Date): Promise<void> => {
  for (let turn = 0; turn < MOST_TIMES; turn += 1) {
    if ((await database.asInstallation((tx) => emptyOldRaw(tx, now, AT_A_TIME))) < AT_A_TIME) break;
  }
  for (let turn = 0; turn < MOST_TIMES; turn += 1) {
    const emptied = await database.asInstallation(async (tx) => {
      const gone = await emptyOutlived(tx, now, AT_A_TIME);
      await tell(tx, gone);
      return gone.length;
    });
    if (emptied < AT_A_TIME) break;
  }
};

/** The rooms above have taken words over (a preview, a quotation): theirs go as well. */
const tell = async (tx: Transaction, emptied: readonly EmptiedMention[]): Promise<void> => {
  const byWorkspace = Map.groupBy(emptied, ({ workspaceId }) => workspaceId);
  for (const [workspaceId, mentions] of byWorkspace) {
    for (let start = 0; start < mentions.length; start += IDS_AN_EVENT) {
      const mentionIds = mentions.slice(start, start + IDS_AN_EVENT).map(({ id }) => id);
      const payload: MentionsEmptied = { mentionIds };
      await appendEvents(tx, workspaceId, [{ kind: 'mentions.emptied', payload }]);
    }
  }
};
