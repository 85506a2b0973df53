import { z } from 'zod';
import type { Transaction } from '../../platform/db/database.ts';
import type { DomainEvent, Subscription } from '../../platform/events/events.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { someCorrected } from '../store/corrections.ts';
import { tellChange } from './tell-change.ts';

export const FORGET_JOB = 'understanding.forget';

const Gone = z.object({ mentionIds: z.array(z.uuid()) }).transform(({ mentionIds }) => mentionIds);
const Received = z
  .object({ mentions: z.array(z.object({ id: z.uuid(), isNew: z.boolean() })) })
  .transform(({ mentions }) => mentions.filter(({ isNew }) => !isNew).map(({ id }) => id));

/** A text that was taken back, or says something else now, teaches no longer what people said of it. */
export const forgettingSubscription = (platform: Pick<Platform, 'jobs'>): Subscription => ({
  name: FORGET_JOB,
  kinds: ['mentions.removed', 'mentions.emptied', 'mentions.received'],
  handle: (tx, workspaceId, events) => hearForgetting(platform, tx, workspaceId, events),
});

/** By a job: who hands events over holds what other changes of the workspace wait for, and must not wait for them. */
const hearForgetting = async (
  platform: Pick<Platform, 'jobs'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  events: readonly DomainEvent[],
): Promise<void> => {
  const changed = events.flatMap(({ kind, payload }): MentionId[] =>
    (kind === 'mentions.received' ? Received : Gone).parse(payload),
  );
  if (await someCorrected(tx, workspaceId, changed))
    await platform.jobs.send(tx, FORGET_JOB, { workspaceId });
};

const DataSchema = z.object({ workspaceId: z.uuid() });

export const forgetJob = (platform: Pick<Platform, 'database' | 'jobs' | 'clock'>): JobDefinition => ({
  name: FORGET_JOB,
  handle: async (data) => {
    const { workspaceId } = DataSchema.parse(data);
    await platform.database.inWorkspace(workspaceId, (tx) =>
      tellChange(platform, tx, workspaceId, { what: 'corrections' }),
    );
  },
});
