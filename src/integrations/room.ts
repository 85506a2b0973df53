import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import type { Context } from './actions/context.ts';
import { deliverJobs } from './actions/deliver.ts';
import { newsSubscription } from './actions/hear-news.ts';
import { troubleMailJob } from './actions/stop-endpoint.ts';
import { sweepJob, takeUpAgain, tidyLogJob } from './actions/sweep.ts';
import { createWants } from './actions/wants.ts';

/** Shared by the routes and by what the room does by itself. */
export type Integrations = Context;

export const createIntegrations = (platform: Platform): Integrations => ({
  ...platform,
  wants: createWants(platform),
});

/** What this room does by itself: hears what happens, and tells it to the programs of each company. */
export const integrationsRoom = (context: Integrations): Room => ({
  name: 'integrations',
  subscriptions: [newsSubscription(context)],
  jobs: [...deliverJobs(context), sweepJob(context), tidyLogJob(context), troubleMailJob(context)],
  start: async () => {
    await takeUpAgain(context);
    return { stop: async () => {} };
  },
});
