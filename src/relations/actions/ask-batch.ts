import { z } from 'zod';
import { type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { beginBatch, dueWorkspaces, endWithout, holdBatch, readBatchState } from '../store/batch-states.ts';

export const BATCH_JOB = 'relations.batch';

export const BatchData = z.object({ workspaceId: z.uuid(), token: z.uuid() });

/** A batch of which nothing came for this long is lost, with the process that did it. Milliseconds. */
const LOST_AFTER_MS = 60 * 60_000;

type Ground = Pick<Platform, 'database' | 'clock' | 'jobs'>;

/** Begins a batch in this transaction, unless one is under way. */
export const askBatch = async (
  { jobs, clock }: Pick<Platform, 'clock' | 'jobs'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<boolean> => {
  await holdBatch(tx, workspaceId);
  const { token: running, state } = await readBatchState(tx, workspaceId);
  const isRunning = running !== null && state === 'running';
  if (isRunning && clock.now().getTime() - timeOf(running) < LOST_AFTER_MS) return false;
  const token = newId();
  await beginBatch(tx, workspaceId, token);
  await jobs.send(tx, BATCH_JOB, { workspaceId, token });
  await tellRelations(tx, workspaceId, 'batch');
  return true;
};

/** What a UUIDv7 says of the time of its making: milliseconds since 1970. */
const timeOf = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);

export const tellRelations = (tx: Transaction, workspaceId: WorkspaceId, what: string): Promise<void> =>
  appendLive(tx, workspaceId, [{ kind: 'relations.changed', payload: { what } }]);

type Refusal = { readonly kind: 'not-allowed' };

/** A person wants the figures of now. */
export const refreshRelations = (platform: Ground, actor: Member): Promise<Result<null, Refusal>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    await askBatch(platform, tx, actor.workspaceId);
    return ok(null);
  });

/** Calls off what is under way; what it has written stays, and is consistent. */
export const cancelBatch = (platform: Ground, actor: Member): Promise<Result<null, Refusal>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    await holdBatch(tx, actor.workspaceId);
    if (await endWithout(tx, actor.workspaceId, null, 'idle'))
      await tellRelations(tx, actor.workspaceId, 'batch');
    return ok(null);
  });

/** At night for everybody, since ties fade by themselves; by day where more than a hundredth is new. */
export const askDueBatches = async (platform: Ground, when: 'night' | 'day'): Promise<void> => {
  const due = await platform.database.asInstallation((tx) => dueWorkspaces(tx, when));
  for (const workspaceId of due)
    await platform.database.inWorkspace(workspaceId, (tx) => askBatch(platform, tx, workspaceId));
};
