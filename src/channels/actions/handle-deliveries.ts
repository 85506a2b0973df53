import { z } from 'zod';
import type { Platform } from '../../platform/platform.ts';
import type { PushDelivery } from '../contract.ts';
import { touchConnection } from '../store/connections.ts';
import {
  claimDeliveries,
  type DeliveryRow,
  deleteOldDeliveries,
  emptyKeptBodies,
  endDelivery,
  postponeDelivery,
  selectWaiting,
  type Waiting,
} from '../store/inbound-deliveries.ts';
import { tellConnectionChanged } from './tell-connection-changed.ts';

/** A process that dies lets go after this; no reading of a batch takes longer. */
const HOLD_MS = 5 * 60_000;
/** Minutes after each attempt that met a problem: ten attempts within a day. */
const AFTER_MINUTES = [0.5, 2, 5, 15, 45, 90, 180, 300, 600];

type Outside = Pick<Platform, 'database' | 'clock'>;

/** Connections of all workspaces with deliveries that are due, longest waiting first, without those `underway` here. */
export const claimWaiting = (
  { database, clock }: Outside,
  limit: number,
  underway: readonly string[],
): Promise<readonly Waiting[]> =>
  database.asInstallation((tx) => selectWaiting(tx, { now: clock.now(), limit, except: underway }));

/** Some deliveries of one connection, ours alone for a while. */
export const takeWaiting = async (
  { database, clock }: Outside,
  whose: Waiting,
  limit: number,
): Promise<readonly PushDelivery[]> => {
  const now = clock.now();
  const until = new Date(now.getTime() + HOLD_MS);
  const rows = await database.inWorkspace(whose.workspaceId, (tx) =>
    claimDeliveries(tx, whose, { now, until, limit }),
  );
  return rows.map(asDelivery);
};

const texts = z.record(z.string(), z.string()).catch({});
const RequestSchema = z.object({
  method: z.string().catch(''),
  path: z.string().catch(''),
  query: texts,
  headers: texts,
  note: texts,
});

const asDelivery = (row: DeliveryRow): PushDelivery => ({
  ...RequestSchema.parse(row.request),
  rawBody: new Uint8Array(row.body),
  id: row.id,
  receivedAt: row.receivedAt,
  attempt: row.attempts,
});

export type ReadDelivery = { readonly id: string; readonly outcome: string };
export type PostponedDelivery = { readonly id: string; readonly attempt: number; readonly problem: string };

export type EndedDeliveries = {
  readonly read: readonly ReadDelivery[];
  readonly postponed: readonly PostponedDelivery[];
  /** What the last one carried is kept until the next, or for a day. */
  readonly keepsLast: boolean;
};

/** Writes down how deliveries ended, or when to try again; what was tried often enough is given up. Tells the screens that something came. */
export const endDeliveries = async (
  { database, clock }: Outside,
  { workspaceId, connectionId }: Waiting,
  { read, postponed, keepsLast }: EndedDeliveries,
): Promise<void> => {
  const now = clock.now();
  await database.inWorkspace(workspaceId, async (tx) => {
    for (const { id, outcome } of read)
      await endDelivery(tx, workspaceId, id, { handledAt: now, outcome, keepBody: keepsLast });
    if (keepsLast && read.length > 0) await emptyKeptBodies(tx, { workspaceId, connectionId });
    for (const { id, attempt, problem } of postponed) {
      const minutes = AFTER_MINUTES[attempt - 1];
      if (minutes === undefined)
        await endDelivery(tx, workspaceId, id, { handledAt: now, outcome: 'given-up' });
      else {
        const nextAttemptAt = new Date(now.getTime() + minutes * 60_000 * (0.9 + Math.random() * 0.2));
        await postponeDelivery(tx, workspaceId, id, { nextAttemptAt, problem });
      }
    }
    const isNews = read.some(({ outcome }) => outcome === 'taken');
    if (isNews && (await touchConnection(tx, workspaceId, connectionId, now))) {
      await tellConnectionChanged(tx, workspaceId, connectionId);
    }
  });
};

const DAY_MS = 24 * 3_600_000;

/** How something ended is told for a day; what never could be read is not kept longer than a week. */
export const sweepDeliveries = ({ database, clock }: Outside): Promise<number> => {
  const now = clock.now().getTime();
  return database.asInstallation((tx) =>
    deleteOldDeliveries(tx, {
      handledBefore: new Date(now - DAY_MS),
      receivedBefore: new Date(now - 7 * DAY_MS),
    }),
  );
};
