import { releaseAllLeases } from '../channels/index.ts';
import { closeLiveStreams } from '../platform/live/live-route.ts';
import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import { backfillJob } from './actions/backfill-watch.ts';
import { carryJob } from './actions/carry-held.ts';
import { gatherWordsJob } from './actions/gather-words.ts';
import type { ReaderOf } from './actions/ingest-input.ts';
import { recheckJob } from './actions/recheck.ts';
import { sweepJob } from './actions/sweep.ts';
import type { Pace } from './receiver/duty.ts';
import { startReceiver } from './receiver/receiver.ts';
import { startTakingDeliveries } from './receiver/take-deliveries.ts';

/** What this room does by itself: receive from the channels, take what is brought to their doors, go through history for new watches, tidy up. */
export const listeningRoom = (
  platform: Platform,
  options: { readonly read?: ReaderOf; readonly pace?: Partial<Pace> } = {},
): Room => ({
  name: 'listening',
  jobs: [
    backfillJob(platform),
    sweepJob(platform),
    gatherWordsJob(platform),
    carryJob(platform),
    recheckJob(platform, options.read),
  ],
  start: async () => {
    if (platform.isAlone) await releaseAllLeases(platform);
    const receiver = await startReceiver(platform, options);
    const deliveries = await startTakingDeliveries(platform, { read: options.read });
    return {
      stop: async () => {
        closeLiveStreams(platform.live);
        await Promise.all([receiver.stop(), deliveries.stop()]);
      },
    };
  },
});
