import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { connectDatabase, type Database, type DatabaseAddress } from '../../src/platform/db/database.ts';
import { migrateDatabase } from '../../src/platform/db/migrate.ts';
import { createJobs } from '../../src/platform/jobs/jobs.ts';
import { silentLog } from '../../src/platform/log.ts';

const TEMPLATE = 'passaparola_template';
const TEMPLATE_LOCK = 4_321_900;

export type TestDatabase = {
  readonly address: DatabaseAddress;
  readonly database: Database;
  drop(): Promise<void>;
};

/** A database of its own, with today's schema, copied in some 40 ms from one that is migrated once a run. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await asAdministrator(async (client) => {
    await ensureTemplate(client);
    await client.query(`create database ${name} template ${TEMPLATE}`);
  });
  const address = addressOf(name);
  const database = connectDatabase(address, { poolSize: 8 });
  return {
    address,
    database,
    drop: async () => {
      await database.close();
      await dropPatiently(name);
    },
  };
};

/** An empty database of its own, without a schema: for what happens on the way to today's. */
export const createEmptyDatabase = async (): Promise<{ address: DatabaseAddress; drop(): Promise<void> }> => {
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await asAdministrator((client) => client.query(`create database ${name}`));
  return { address: addressOf(name), drop: () => dropPatiently(name) };
};

/** The server's own tidying (autovacuum) may be in there, and only a superuser could send it away: it leaves by itself. */
const dropPatiently = async (name: string): Promise<void> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await asAdministrator((client) => client.query(`drop database if exists ${name} with (force)`));
    } catch (error) {
      if (attempt === 20) throw error;
      await pause(250);
    }
  }
};

const addressOf = (database: string): DatabaseAddress => {
  const { socketDir, port, user } = inject('postgres');
  return { host: socketDir, port, user, database };
};

const asAdministrator = async (work: (client: pg.Client) => Promise<unknown>): Promise<void> => {
  const client = new pg.Client(addressOf('postgres'));
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
};

/** Test files run in several processes: the first one there makes the template, the others wait for it. */
const ensureTemplate = async (client: pg.Client): Promise<void> => {
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount) return;
    await client.query(`create database ${TEMPLATE}_making`);
    await migrateDatabase(addressOf(`${TEMPLATE}_making`));
    const jobs = await createJobs(addressOf(`${TEMPLATE}_making`), silentLog);
    await jobs.stop();
    await client.query(`alter database ${TEMPLATE}_making rename to ${TEMPLATE}`);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
};
