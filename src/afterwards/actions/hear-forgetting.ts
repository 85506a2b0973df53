import { z } from 'zod';
import type { Subscription } from '../../platform/events/events.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { DAY_MS, WORDS_DAYS } from '../model/settings.ts';
import { dropOldWords, forgetAskings } from '../store/askings.ts';
import { tellAskings } from '../store/settings.ts';
import type { Ground } from './ground.ts';

const Withdrawn = z.object({ mentions: z.array(z.object({ id: z.uuid() })) });

/** Whoever was erased, or whose import was taken back: their words go, the count stays. */
export const forgettingSubscription = (): Subscription => ({
  name: 'afterwards.forget',
  kinds: ['mentions.withdrawn'],
  handle: async (tx, workspaceId, events) => {
    const ids = events.flatMap(({ payload }) => Withdrawn.parse(payload).mentions.map(({ id }) => id));
    if (ids.length > 0 && (await forgetAskings(tx, workspaceId, ids)) > 0) await tellAskings(tx, workspaceId);
  },
});

/** Once a night: words are kept as long as the page says, and no longer. */
export const tidyJob = ({ database, clock }: Pick<Ground, 'database' | 'clock'>): JobDefinition => ({
  name: 'afterwards.tidy',
  cron: '41 2 * * *',
  handle: () =>
    database.asInstallation((tx) => dropOldWords(tx, new Date(clock.now().getTime() - WORDS_DAYS * DAY_MS))),
});
