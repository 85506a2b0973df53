import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { type MentionId, newId, type WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { noteChange } from '../store/settings.ts';
import { UNDERSTANDING_SIGNAL } from './company-reader.ts';
import { REREAD_JOB } from './reread.ts';

export type Change = {
  readonly what: 'corrections' | 'packs' | 'settings';
  /** What the change is about. */
  readonly mentionIds?: readonly MentionId[];
};

/**
 * Last thing in the transaction of a change of how texts are read: every process learns anew, the latest mentions are looked at
 * again, and the open screens are told.
 */
export const tellChange = async (
  platform: Pick<Platform, 'jobs' | 'clock'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  { what, mentionIds = [] }: Change,
): Promise<void> => {
  if (await noteChange(tx, workspaceId, newId(), platform.clock.now()))
    await platform.jobs.send(tx, REREAD_JOB, { workspaceId });
  await tx.execute(sql`select pg_notify(${UNDERSTANDING_SIGNAL}, ${workspaceId})`);
  await tellScreens(tx, workspaceId, { what, mentionIds });
};

/** `understanding.changed`: what of it, and which mentions read otherwise now. */
export const tellScreens = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  payload: { readonly what: Change['what'] | 'readings'; readonly mentionIds?: readonly MentionId[] },
): Promise<void> => appendLive(tx, workspaceId, [{ kind: 'understanding.changed', payload }]);
