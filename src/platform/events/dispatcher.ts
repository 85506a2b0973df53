import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import { type Database, enterWorkspace, type Transaction } from '../db/database.ts';
import type { Log } from '../log.ts';
import type { DomainEvent, Subscription } from './events.ts';
import { outboxEvents } from './outbox-events.table.ts';

const BATCH = 500;
/**
 * Bytes of payload, as the database keeps them, that are handed over together: some 5,000 mentions. A backlog of whole batches
 * (500 events of 500 mentions each) in one transaction would be held in memory at once, and no screen would see any before the last.
 */
const BATCH_BYTES = 256 * 1024;
const ATTEMPTS_BEFORE_GIVING_UP = 12;
/** One process at a time hands events over, so that a workspace's events arrive in order. */
const DISPATCH_LOCK = 4_321_002;

/**
 * Hands due events to the subscriptions until none is left, telling since when the oldest has waited. Returns how many were handed over; 0 also when
 * another process is at it. A batch that throws is retried event by event, so that one that cannot be
 * handled (it waits longer each time, and is laid aside after twelve attempts) never stops the others.
 */
export const dispatchEvents = async (
  database: Database,
  subscriptions: readonly Subscription[],
  log: Log,
  tellOldest: (waitingSince: Date | undefined) => void = () => {},
): Promise<number> => {
  let handed = 0;
  for (;;) {
    const { count, isLast } = await dispatchBatch(database, subscriptions, tellOldest).catch(
      (error: unknown) => {
        log.warn({ error: String(error) }, 'a batch of events failed: trying them one by one');
        return dispatchOneByOne(database, subscriptions, log);
      },
    );
    handed += count;
    if (isLast) return handed;
  }
};

type Dispatched = { readonly count: number; readonly isLast: boolean };

const dispatchBatch = (
  database: Database,
  subscriptions: readonly Subscription[],
  tellOldest: (waitingSince: Date | undefined) => void,
): Promise<Dispatched> =>
  database.asInstallation(async (tx) => {
    if (!(await holdsLock(tx))) return { count: 0, isLast: true };
    const weights = await weighDue(tx);
    const fitting = fittingCount(weights);
    const events = await takeDue(tx, fitting);
    tellOldest(events[0]?.createdAt);
    await handOver(tx, subscriptions, events);
    await forget(tx, events);
    return { count: events.length, isLast: fitting === weights.length && weights.length < BATCH };
  });

const dispatchOneByOne = async (
  database: Database,
  subscriptions: readonly Subscription[],
  log: Log,
): Promise<Dispatched> => {
  for (let done = 0; done < BATCH; done += 1) {
    const event = await database.asInstallation(async (tx) => {
      if (!(await holdsLock(tx))) return undefined;
      return (await takeDue(tx, 1))[0];
    });
    if (!event) return { count: done, isLast: true };
    await dispatchOne(database, subscriptions, event).catch((error: unknown) => {
      log.error({ event: event.kind, id: event.id, error: String(error) }, 'an event could not be handled');
      return database.asInstallation((tx) => putOff(tx, event, String(error)));
    });
  }
  return { count: BATCH, isLast: false };
};

const dispatchOne = (database: Database, subscriptions: readonly Subscription[], event: DomainEvent) =>
  database.asInstallation(async (tx) => {
    if (!(await holdsLock(tx))) return;
    await handOver(tx, subscriptions, [event]);
    await forget(tx, [event]);
  });

const holdsLock = async (tx: Transaction): Promise<boolean> => {
  const { rows } = await tx.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(${DISPATCH_LOCK}) as held`,
  );
  return rows[0]?.held === true;
};

const isDue = and(isNull(outboxEvents.deadAt), lte(outboxEvents.nextAttemptAt, sql`now()`));

/** Bytes of the payloads that are due, in their order: told by their rows, without reading them. */
const weighDue = async (tx: Transaction): Promise<readonly number[]> => {
  const rows = await tx
    .select({ bytes: sql<number>`pg_column_size(${outboxEvents.payload})` })
    .from(outboxEvents)
    .where(isDue)
    .orderBy(asc(outboxEvents.id))
    .limit(BATCH);
  return rows.map(({ bytes }) => bytes);
};

/** How many of the first fit together; one always does. */
const fittingCount = (weights: readonly number[]): number => {
  let sum = 0;
  const firstTooMuch = weights.findIndex((bytes, index) => {
    sum += bytes;
    return index > 0 && sum > BATCH_BYTES;
  });
  return firstTooMuch === -1 ? weights.length : firstTooMuch;
};

const takeDue = (tx: Transaction, limit: number): Promise<DomainEvent[]> =>
  tx
    .select({
      id: outboxEvents.id,
      workspaceId: outboxEvents.workspaceId,
      kind: outboxEvents.kind,
      payload: outboxEvents.payload,
      createdAt: outboxEvents.createdAt,
    })
    .from(outboxEvents)
    .where(isDue)
    .orderBy(asc(outboxEvents.id))
    .limit(limit)
    .for('update') as Promise<DomainEvent[]>;

const handOver = async (
  tx: Transaction,
  subscriptions: readonly Subscription[],
  events: readonly DomainEvent[],
): Promise<void> => {
  for (const [workspaceId, ofWorkspace] of Map.groupBy(events, (event) => event.workspaceId)) {
    await enterWorkspace(tx, workspaceId);
    for (const subscription of subscriptions) {
      const wanted = ofWorkspace.filter((event) => subscription.kinds.includes(event.kind));
      if (wanted.length > 0) await subscription.handle(tx, workspaceId, wanted);
    }
  }
  await enterWorkspace(tx, '*');
};

const forget = async (tx: Transaction, events: readonly DomainEvent[]): Promise<void> => {
  if (events.length === 0) return;
  const ids = events.map((event) => event.id);
  const workspaceIds = [...new Set(events.map((event) => event.workspaceId))];
  await tx
    .delete(outboxEvents)
    .where(and(inArray(outboxEvents.workspaceId, workspaceIds), inArray(outboxEvents.id, ids)));
};

const putOff = async (tx: Transaction, event: DomainEvent, reason: string): Promise<void> => {
  await tx
    .update(outboxEvents)
    .set({
      attempts: sql`${outboxEvents.attempts} + 1`,
      nextAttemptAt: sql`now() + least(3600, power(2, ${outboxEvents.attempts})) * interval '1 second'`,
      lastError: reason.slice(0, 500),
      deadAt: sql`case when ${outboxEvents.attempts} + 1 >= ${ATTEMPTS_BEFORE_GIVING_UP} then now() end`,
    })
    .where(and(eq(outboxEvents.workspaceId, event.workspaceId), eq(outboxEvents.id, event.id)));
};
