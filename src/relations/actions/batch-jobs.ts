import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { askDueBatches, BATCH_JOB, BatchData } from './ask-batch.ts';
import { runBatch } from './run-batch.ts';

/** The figures of relations: at night for all, by day for those whose web changed, one at a time in a process. */
export const batchJobs = (platform: Platform): readonly JobDefinition[] => [
  {
    name: BATCH_JOB,
    retries: 2,
    handle: async (data) => {
      const { workspaceId, token } = BatchData.parse(data);
      await runBatch(platform, workspaceId, token);
    },
  },
  { name: 'relations.batch-night', cron: '23 3 * * *', handle: () => askDueBatches(platform, 'night') },
  {
    name: 'relations.batch-day',
    cron: '*/10 * * * *',
    retries: 0,
    handle: () => askDueBatches(platform, 'day'),
  },
];
