import { z } from 'zod';
import type { Transaction } from '../../platform/db/database.ts';
import type { Subscription } from '../../platform/events/events.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { readReckonedOpen } from '../store/case-deadlines.ts';
import { type KeptCase, lockCase } from '../store/cases.ts';
import { holdSettings } from '../store/settings.ts';
import { renewDue } from './due.ts';
import { happen, tellOfCases } from './happen.ts';

const RESET_JOB = 'care.reset-deadlines';
const AT_ONCE = 100;

/** The company's hours, holidays or closed days are others: the deadlines of its open cases are reckoned anew, beside the road. */
export const calendarSubscription = (platform: Pick<Platform, 'jobs'>): Subscription => ({
  name: RESET_JOB,
  kinds: ['calendar.changed'],
  handle: (tx, workspaceId) => askForReset(platform, tx, workspaceId),
});

export const askForReset = (
  { jobs }: Pick<Platform, 'jobs'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<void> => jobs.send(tx, RESET_JOB, { workspaceId });

const DataSchema = z.object({ workspaceId: z.uuid() });

export const resetJob = (platform: Pick<Platform, 'database' | 'clock'>): JobDefinition => ({
  name: RESET_JOB,
  handle: async (data) => {
    const { workspaceId } = DataSchema.parse(data);
    for (let after: string | null = null; ; ) {
      const last = await resetSome(platform, workspaceId, after);
      if (last === undefined) return;
      after = last;
    }
  },
});

/** A hundred at a time, each as it is now; the last that was looked at. What a person chose stays. */
const resetSome = (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  workspaceId: WorkspaceId,
  after: string | null,
): Promise<string | undefined> =>
  database.inWorkspace(workspaceId, async (tx) => {
    const settings = await holdSettings(tx, workspaceId);
    const doing = { workspaceId, personId: null, now: clock.now() };
    const ids = await readReckonedOpen(tx, workspaceId, after, AT_ONCE);
    const changed: KeptCase[] = [];
    for (const id of ids) {
      const one = await lockCase(tx, workspaceId, id);
      const renewed = one ? await renewDue(tx, workspaceId, one, settings) : [];
      if (one && renewed.length > 0) changed.push(await happen(tx, doing, one, renewed));
    }
    await tellOfCases(tx, workspaceId, changed);
    return ids.at(-1);
  });
