import { z } from 'zod';
import type { Subscription } from '../../platform/events/events.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { countPeople, dropCaseMentions } from '../store/case-mentions.ts';
import { deleteTexts, withdrawStories } from '../store/case-texts.ts';
import { type KeptCase, lockCase, scrubHistory } from '../store/cases.ts';
import { holdSettings } from '../store/settings.ts';
import { happen, tellOfCases } from './happen.ts';

export const FORGET_JOB = 'care.forget';

const Withdrawn = z.object({ mentions: z.array(z.object({ id: z.uuid() })) });

/** Mentions that are gone as if they had never come: their person was erased, or their import taken back. */
export const forgettingSubscription = (platform: Pick<Platform, 'jobs'>): Subscription => ({
  name: FORGET_JOB,
  kinds: ['mentions.withdrawn'],
  handle: async (tx, workspaceId, events) => {
    for (const { payload } of events) {
      const mentionIds = Withdrawn.parse(payload).mentions.map(({ id }) => id);
      await platform.jobs.send(tx, FORGET_JOB, { workspaceId, mentionIds });
    }
  },
});

const DataSchema = z.object({ workspaceId: z.uuid(), mentionIds: z.array(z.uuid()) });

export const forgetJob = (platform: Pick<Platform, 'database' | 'clock'>): JobDefinition => ({
  name: FORGET_JOB,
  handle: async (data) => {
    const { workspaceId, mentionIds } = DataSchema.parse(data);
    await forgetPeople(platform, workspaceId, mentionIds);
  },
});

/**
 * The person goes, the figures stay: what we wrote of their cases is deleted, the order that points to them, the story that was
 * told; ids that the history still names lead nowhere.
 */
export const forgetPeople = (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  workspaceId: WorkspaceId,
  mentionIds: readonly string[],
): Promise<void> =>
  database.inWorkspace(workspaceId, async (tx) => {
    await holdSettings(tx, workspaceId);
    const dropped = await dropCaseMentions(tx, workspaceId, mentionIds);
    if (dropped.size === 0) return;
    const caseIds = [...dropped.keys()];
    await deleteTexts(tx, workspaceId, caseIds);
    await scrubHistory(tx, workspaceId, caseIds);
    const now = clock.now();
    await withdrawStories(tx, workspaceId, caseIds, now);
    const changed: KeptCase[] = [];
    for (const [caseId, ids] of dropped) {
      const one = await lockCase(tx, workspaceId, caseId);
      if (!one) continue;
      const fewerPeople = one.people - (await countPeople(tx, workspaceId, caseId));
      const event = { kind: 'mentions-left', mentionIds: [...ids], fewerPeople } as const;
      changed.push(await happen(tx, { workspaceId, personId: null, now }, one, [{ event }]));
    }
    await tellOfCases(tx, workspaceId, changed);
  });
