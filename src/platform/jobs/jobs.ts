import { sql } from 'drizzle-orm';
import pg from 'pg';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type { DatabaseAddress, Transaction } from '../db/database.ts';
import type { Log } from '../log.ts';

/** Work that runs later or again, shared by all processes on the database. */
export type JobDefinition = {
  /** `<room>.<verb>`, such as `conversation.deliver`. */
  readonly name: string;
  /** Must bear being run twice: a process can die between the work and its receipt. */
  handle(data: Readonly<Record<string, unknown>>): Promise<void>;
  /** Cron in UTC, for work that recurs. */
  readonly cron?: string;
  /** How many run at once in this process. */
  readonly concurrency?: number;
  /** Attempts after the first; delays double from 1 s. */
  readonly retries?: number;
};

export interface Jobs {
  /** Enqueues in the caller's transaction: no job without its change, no change without its job. */
  send(
    tx: Transaction,
    name: string,
    data: Readonly<Record<string, unknown>>,
    options?: { readonly startAfter?: Date; readonly singletonKey?: string },
  ): Promise<void>;
  /** Begins to work; the queues exist from `createJobs` on. */
  start(definitions: readonly JobDefinition[]): Promise<void>;
  stop(): Promise<void>;
}

/** A job whose process says nothing for this long is given to another: the process is dead. It speaks up twice in that. */
const SILENT_AFTER_S = 30;

/**
 * A worker is woken by a signal; but one signal may stand for several jobs, and a job that becomes due by time alone sends none.
 * Without the second figure pg-boss would look again after 30 s.
 */
const LOOK_EVERY = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 } as const;
/** What comes by the clock is signalled when it comes: looking besides is the net, and a house at rest should be at rest. */
const LOOK_BY_THE_CLOCK = { pollingIntervalSeconds: 15, notifyPollingIntervalSeconds: 15 } as const;

/**
 * Queues by pg-boss, in the schema `pgboss` of the same database. `isAlone`: no other process can be at work on it, so that
 * whatever is said to be under way was left by one that died, and is begun again without waiting for its silence.
 */
export const createJobs = async (
  address: DatabaseAddress,
  log: Log,
  { isAlone = false }: { readonly isAlone?: boolean } = {},
): Promise<Jobs> => {
  const boss = new PgBoss({ ...bossAddress(address), max: 4, useListenNotify: true, schedule: true });
  boss.on('error', (error) => log.warn({ error: String(error) }, 'the job queue met an error'));
  await boss.start();
  await allowApplicationRole(address);
  if (isAlone) await takeOver(boss);
  const known = new Set<string>();

  const ensureQueue = async (definition: JobDefinition): Promise<void> => {
    if (known.has(definition.name)) return;
    await boss.createQueue(definition.name, {
      notify: true,
      retryLimit: definition.retries ?? 5,
      retryDelay: 1,
      retryBackoff: true,
      deleteAfterSeconds: 24 * 3600,
      heartbeatSeconds: SILENT_AFTER_S,
    });
    known.add(definition.name);
  };

  return {
    send: async (tx, name, data, options = {}) => {
      await boss.send(name, { ...data }, { ...options, db: fromDrizzle(tx, sql) });
    },
    start: async (definitions) => {
      for (const definition of definitions) {
        await ensureQueue(definition);
        if (definition.cron) await boss.schedule(definition.name, definition.cron, {}, { tz: 'UTC' });
        await boss.work(
          definition.name,
          {
            ...(definition.cron ? LOOK_BY_THE_CLOCK : LOOK_EVERY),
            localConcurrency: definition.concurrency ?? 1,
          },
          async (jobs: { data: object | null }[]) => {
            for (const job of jobs) await definition.handle((job.data ?? {}) as Record<string, unknown>);
          },
        );
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
};

/** It counts as an attempt, as after a silence: what ends the process each time must not come back for ever. */
const takeOver = async (boss: PgBoss): Promise<void> => {
  const { rows } = await boss
    .getDb()
    .executeSql(
      `select name, array_agg(id::text) as ids from pgboss.job where state = 'active' group by name`,
    );
  for (const { name, ids } of rows as readonly { name: string; ids: string[] }[])
    await boss.fail(name, ids, { reason: 'its process ended' });
};

const bossAddress = (address: DatabaseAddress) => {
  const { connectionString, host, port, user, password, database } = address;
  const parts = { connectionString, host, port, user, password, database };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
};

/** Jobs are sent inside the transactions of requests, which run as the application role. */
const allowApplicationRole = async (address: DatabaseAddress): Promise<void> => {
  const client = new pg.Client(address);
  // The query under way says that the server died.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`
      grant usage on schema pgboss to passaparola_app;
      grant select, insert, update, delete on all tables in schema pgboss to passaparola_app;
      grant usage, select on all sequences in schema pgboss to passaparola_app;
      grant execute on all functions in schema pgboss to passaparola_app;`);
  } finally {
    await client.end();
  }
};
