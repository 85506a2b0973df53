import type { JobDefinition } from '../platform/jobs/jobs.ts';
import type { Context } from './actions/context.ts';
import { deleteStale } from './store/delete-stale.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Nightly: what signing in leaves behind (ended sessions, challenges nobody met, old counts) goes. */
export const tidyJob = ({ database, clock }: Context): JobDefinition => ({
  name: 'people.tidy',
  cron: '17 2 * * *',
  handle: () => deleteStale(database.installation, new Date(clock.now().getTime() - DAY_MS)),
});
