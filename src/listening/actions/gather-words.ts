import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { gatherWords, workspacesWithNewWords } from '../store/search-words.ts';

const HOUR_MS = 3_600_000;

/** Gathers the words by which slips of the pen are told, beside the taking in and never within it. */
export const gatherWordsJob = (platform: Platform): JobDefinition => ({
  name: 'listening.gather-words',
  cron: '*/10 * * * *',
  handle: async () => gatherAllWords(platform, platform.clock.now()),
});

/** Where something has come in, not more often than hourly; everywhere once a day, so that what is gone goes here too. */
export const gatherAllWords = async (platform: Pick<Platform, 'database'>, now: Date): Promise<void> => {
  const times = {
    olderThan: new Date(now.getTime() - 24 * HOUR_MS),
    renewAfter: new Date(now.getTime() - HOUR_MS),
  };
  const due = await platform.database.asInstallation((tx) => workspacesWithNewWords(tx, times));
  for (const workspaceId of due)
    await platform.database.inWorkspace(workspaceId, (tx) => gatherWords(tx, workspaceId, now));
};
