import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { companiesWithPeople } from '../store/rebuilding.ts';
import { refreshRhythms } from '../store/rhythms.ts';

/** Every night: how often we usually hear from each person, by which a tie that falls asleep is known. */
export const rhythmJob = (platform: Pick<Platform, 'database'>): JobDefinition => ({
  name: 'relations.rhythm',
  cron: '7 3 * * *',
  handle: async () => {
    const { database } = platform;
    for (const workspaceId of await database.asInstallation(companiesWithPeople))
      await database.inWorkspace(workspaceId, (tx) => refreshRhythms(tx, workspaceId));
  },
});
