import type { JobDefinition } from '../platform/jobs/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import { batchJobs } from './actions/batch-jobs.ts';
import { rebuildJob } from './actions/rebuild-interactions.ts';
import { rhythmJob } from './actions/refresh-rhythms.ts';

export const relationsJobs = (platform: Platform): readonly JobDefinition[] => [
  rebuildJob(platform),
  rhythmJob(platform),
  ...batchJobs(platform),
];
