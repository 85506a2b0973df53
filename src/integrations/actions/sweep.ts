import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { freeAll, selectIdleDue } from '../store/endpoints.ts';
import { deleteSettledBefore } from '../store/messages.ts';
import { askForDelivery } from './lanes.ts';

/** How long the log is kept, and can be sent again from. */
export const LOG_DAYS = 30;

/** The net below the jobs: every minute, a worker for whoever has something due that nobody sends. */
export const sweepJob = (platform: Platform): JobDefinition => ({
  name: 'integrations.sweep',
  cron: '* * * * *',
  handle: () => sweepWebhooks(platform),
});

export const sweepWebhooks = ({ database, clock, jobs }: Platform): Promise<void> =>
  database.asInstallation(async (tx) => {
    for (const endpoint of await selectIdleDue(tx, clock.now())) await askForDelivery({ jobs }, tx, endpoint);
  });

export const tidyLogJob = ({ database, clock }: Platform): JobDefinition => ({
  name: 'integrations.tidy',
  cron: '41 3 * * *',
  handle: () =>
    database.asInstallation((tx) =>
      deleteSettledBefore(tx, new Date(clock.now().getTime() - LOG_DAYS * 86_400_000)),
    ),
});

/** After a stop or a death of the only process: what it held is free, and what was due is sent. */
export const takeUpAgain = async (platform: Platform): Promise<void> => {
  if (platform.isAlone) await platform.database.asInstallation(freeAll);
  await sweepWebhooks(platform);
};
