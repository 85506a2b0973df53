import { z } from 'zod';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { contactsAfter, mentionsAfter, takeUnrecorded } from '../store/rebuilding.ts';
import { refreshRhythms } from '../store/rhythms.ts';
import { recomputeSummaries } from '../store/summaries.ts';
import type { PeopleGround } from './know-people.ts';
import { recordMentions } from './record-mentions.ts';

export const REBUILD_JOB = 'relations.rebuild';

const AT_ONCE = 500;
const DataSchema = z.object({ workspaceId: z.uuid() });

export const rebuildJob = (platform: Pick<Platform, 'database'> & PeopleGround): JobDefinition => ({
  name: REBUILD_JOB,
  handle: async (data) => {
    const { workspaceId } = DataSchema.parse(data);
    await rebuildInteractions(platform, workspaceId);
  },
});

/**
 * Records all mentions of a company again and works out every figure anew: the result is what the recording left, in
 * whatever order things had come. What has no mention (reactions, meetings, imports, answers told by their delivery)
 * is its own record and stays.
 */
export const rebuildInteractions = async (
  platform: Pick<Platform, 'database'> & PeopleGround,
  workspaceId: WorkspaceId,
): Promise<void> => {
  const { database } = platform;
  let mentions: readonly string[] = [];
  do {
    const after = mentions.at(-1) ?? null;
    mentions = await database.inWorkspace(workspaceId, async (tx) => {
      const next = await mentionsAfter(tx, workspaceId, after, AT_ONCE);
      await recordMentions(platform, tx, workspaceId, next, new Set(next));
      return next;
    });
  } while (mentions.length === AT_ONCE);
  let people: readonly string[] = [];
  do {
    const after = people.at(-1) ?? null;
    people = await database.inWorkspace(workspaceId, async (tx) => {
      const next = await contactsAfter(tx, workspaceId, after, AT_ONCE);
      await recomputeSummaries(tx, workspaceId, next);
      return next;
    });
  } while (people.length === AT_ONCE);
  await database.inWorkspace(workspaceId, (tx) => refreshRhythms(tx, workspaceId));
};

/** At the start: companies that were there before this room are recorded once, by a job each. */
export const recordEarlierCompanies = (platform: Pick<Platform, 'database' | 'jobs'>): Promise<void> =>
  platform.database.asInstallation(async (tx) => {
    for (const workspaceId of await takeUnrecorded(tx))
      await platform.jobs.send(tx, REBUILD_JOB, { workspaceId });
  });
