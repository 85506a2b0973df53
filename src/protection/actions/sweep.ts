import { audit } from '../../people/index.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { deleteReports, listExpired } from '../store/reports.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;

/** Deletes evidence whose time is over; that it was there stays in the log. Gives how many reports went. */
export const sweepReports = async ({ database, clock }: Ground): Promise<number> => {
  const expired = await database.asInstallation((tx) => listExpired(tx, clock.now()));
  for (const { workspaceId, id, number } of expired)
    await database.inWorkspace(workspaceId, async (tx) => {
      await deleteReports(tx, workspaceId, [id]);
      await audit(
        tx,
        { kind: 'system', workspaceId, name: 'time of evidence over' },
        {
          action: 'protection-report.expired',
          subjectKind: 'protection-report',
          subjectId: id,
          details: { number },
        },
      );
    });
  return expired.length;
};

export const sweepJob = (platform: Ground): JobDefinition => ({
  name: 'protection.sweep',
  cron: '41 3 * * *',
  handle: async () => {
    await sweepReports(platform);
  },
});
