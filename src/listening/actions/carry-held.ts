import { z } from 'zod';
import { type Decision, openConnection } from '../../channels/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import type { HeldCarriage } from '../model/held.ts';
import { type HeldRow, noteCarriage, selectHeldByIds } from '../store/held-mentions.ts';

const CARRY_JOB = 'listening.carry-held';
const DataSchema = z.object({ workspaceId: z.uuid(), heldId: z.uuid() });

/** The channel is told in its own time: a site that is down holds nobody up here. */
export const sendCarriage = (
  { jobs }: Pick<Platform, 'jobs'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  heldId: string,
): Promise<void> => jobs.send(tx, CARRY_JOB, { workspaceId, heldId });

export const carryJob = (platform: Platform): JobDefinition => ({
  name: CARRY_JOB,
  concurrency: 2,
  retries: 9,
  handle: async (data) => {
    const { workspaceId, heldId } = DataSchema.parse(data);
    await carryHeld(platform, workspaceId, heldId);
  },
});

/** Passing troubles: it is tried again. */
const PASSING = new Set(['unreachable', 'timeout', 'rate-limited', 'server-error']);

/** Tells the channel what is decided by now, whatever it was when the job was sent: several decisions end in the last one. */
export const carryHeld = async (
  platform: Platform,
  workspaceId: WorkspaceId,
  heldId: string,
): Promise<void> => {
  const row = await platform.database.inWorkspace(
    workspaceId,
    async (tx) => (await selectHeldByIds(tx, workspaceId, [heldId]))[0],
  );
  const decision = row && decisionOf(row);
  if (row?.carriage !== 'pending' || !decision) return;
  const opened = await openConnection(platform, workspaceId, row.connectionId);
  const told = opened.ok
    ? await opened.value.channel.moderate?.(opened.value.context, row.nativeId, decision)
    : opened;
  if (told && !told.ok && PASSING.has(told.error.kind)) throw new Error(`not told yet: ${told.error.kind}`);
  const carriage: HeldCarriage = told?.ok ? 'done' : 'failed';
  await platform.database.inWorkspace(workspaceId, async (tx) => {
    await noteCarriage(tx, workspaceId, row, carriage);
    await appendLive(tx, workspaceId, [{ kind: 'held.changed', payload: {} }]);
  });
};

const decisionOf = ({ state, refusedAs }: HeldRow): Decision | undefined => {
  if (state === 'approved') return 'approve';
  if (state === 'waiting') return 'hold';
  if (state === 'refused') return refusedAs ?? 'unwanted';
  return undefined;
};
