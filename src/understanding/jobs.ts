import type { JobDefinition } from '../platform/jobs/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import { catchUpJob } from './actions/catch-up.ts';
import type { CompanyReader } from './actions/company-reader.ts';
import { forgetJob } from './actions/hear-forgetting.ts';
import { rereadJob } from './actions/reread.ts';

export const understandingJobs = (platform: Platform, reader: CompanyReader): readonly JobDefinition[] => [
  rereadJob(platform, reader),
  forgetJob(platform),
  catchUpJob(platform, reader),
];
