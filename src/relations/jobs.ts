import type { JobDefinition } from '../platform/jobs/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import { batchJobs } from './actions/batch-jobs.ts';
import { chooseTeamJob } from './actions/choose-team.ts';
import { fieldDaysJob } from './actions/follow-field.ts';
import { evidenceJob } from './actions/gather-evidence.ts';
import { rebuildJob } from './actions/rebuild-interactions.ts';
import { recordContactJob } from './actions/record-contact.ts';
import { rhythmJob } from './actions/refresh-rhythms.ts';

export const relationsJobs = (platform: Platform): readonly JobDefinition[] => [
  rebuildJob(platform),
  recordContactJob(platform),
  rhythmJob(platform),
  evidenceJob(platform),
  ...batchJobs(platform),
  chooseTeamJob(platform),
  fieldDaysJob(platform),
];
