import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { changeReadings, holdUncorrected, latestUnread } from '../../listening/index.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { behindWithReading, readSettings, saveSettings } from '../store/settings.ts';
import type { CompanyReader } from './company-reader.ts';
import { tellScreens } from './tell-change.ts';

export const CATCH_UP_JOB = 'understanding.catch-up';

/** Texts of one transaction, and of one job; a company's own mentions wait for neither. */
const AT_ONCE = 100;
const A_JOB = 2_000;
/** Between two transactions, so that what arrives meanwhile has its turn. Milliseconds. */
const BREATH_MS = 20;

const DataSchema = z.object({ workspaceId: z.uuid() });

type Ground = Pick<Platform, 'database' | 'clock' | 'jobs'>;
type Sizes = { readonly atOnce: number; readonly aJob: number };

/** Reads what was kept before there were readings, the latest first, some thousands a job until nothing is left. */
export const catchUpJob = (
  platform: Ground,
  reader: Pick<CompanyReader, 'current'>,
  sizes: Sizes = { atOnce: AT_ONCE, aJob: A_JOB },
): JobDefinition => ({
  name: CATCH_UP_JOB,
  handle: async (data) => {
    const { workspaceId } = DataSchema.parse(data);
    for (let read = 0; read < sizes.aJob; read += sizes.atOnce) {
      if (!(await readSome(platform, reader, workspaceId, sizes.atOnce))) return;
      await pause(BREATH_MS);
    }
    await platform.database.inWorkspace(workspaceId, (tx) =>
      platform.jobs.send(tx, CATCH_UP_JOB, { workspaceId }, { singletonKey: workspaceId }),
    );
  },
});

/** At each start: whoever is not through goes on where they were. */
export const beginCatchingUp = (platform: Ground): Promise<void> =>
  platform.database.asInstallation(async (tx) => {
    for (const workspaceId of await behindWithReading(tx))
      await platform.jobs.send(tx, CATCH_UP_JOB, { workspaceId }, { singletonKey: workspaceId });
  });

/** What was read and how far that is are kept together. False when nothing is left. */
const readSome = async (
  { database, clock }: Ground,
  reader: Pick<CompanyReader, 'current'>,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<boolean> => {
  const company = await reader.current(workspaceId);
  return database.inWorkspace(workspaceId, async (tx) => {
    const { caughtUpTo, caughtUpAt } = await readSettings(tx, workspaceId);
    if (caughtUpAt) return false;
    const ids = await latestUnread(tx, workspaceId, { before: caughtUpTo as MentionId | null, limit });
    const last = ids.at(-1);
    if (last === undefined) {
      await saveSettings(tx, workspaceId, { caughtUpAt: clock.now() });
      await tellScreens(tx, workspaceId, { what: 'readings' });
      return false;
    }
    const texts = await holdUncorrected(tx, workspaceId, ids);
    await changeReadings(
      tx,
      workspaceId,
      texts.flatMap((text) => {
        const reading = text.reading ? null : company.understand(text);
        return reading ? [{ id: text.id, saidAt: text.saidAt, reading }] : [];
      }),
    );
    await saveSettings(tx, workspaceId, { caughtUpTo: last });
    return true;
  });
};
