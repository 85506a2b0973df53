import { z } from 'zod';
import type { ReaderOf } from '../listening/index.ts';
import type { JobDefinition } from '../platform/jobs/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import { lookAtImport } from './actions/look-at-import.ts';
import { runImport } from './actions/run-import.ts';
import { LOOK_JOB, RUN_JOB, UNDO_JOB } from './actions/steer-import.ts';
import { sweepImports } from './actions/sweep-imports.ts';
import { undoImport } from './actions/undo-import.ts';

const DataSchema = z.object({ workspaceId: z.uuid(), importId: z.uuid() });

/** Times that long work is taken up again by another process after the one before died. */
const MOST_RETRIES = 50;

/** The long work of imports; each goes on from where it had come. */
export const importJobs = (platform: Platform, read?: ReaderOf): readonly JobDefinition[] => [
  job(RUN_JOB, (workspaceId, id) => runImport(platform, workspaceId, id, read)),
  job(LOOK_JOB, (workspaceId, id) => lookAtImport(platform, workspaceId, id)),
  job(UNDO_JOB, (workspaceId, id) => undoImport(platform, workspaceId, id)),
  { name: 'imports.sweep', cron: '51 3 * * *', retries: 0, handle: () => sweepImports(platform) },
];

const job = (name: string, work: (workspaceId: string, id: string) => Promise<void>): JobDefinition => ({
  name,
  retries: MOST_RETRIES,
  handle: (data) => {
    const { workspaceId, importId } = DataSchema.parse(data);
    return work(workspaceId, importId);
  },
});
