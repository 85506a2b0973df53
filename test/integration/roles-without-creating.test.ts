import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../src/cli/doctor-database.ts';
import type { Config } from '../../src/platform/config/config.ts';
import type { DatabaseAddress } from '../../src/platform/db/database.ts';
import { migrateDatabase } from '../../src/platform/db/migrate.ts';
import { createEmptyDatabase } from '../harness/test-database.ts';

const OWNER = `padrona_${process.pid}`;
let empty: Awaited<ReturnType<typeof createEmptyDatabase>>;
let theirs: DatabaseAddress;

const asKeeper = async (lines: readonly string[]): Promise<void> => {
  const client = new pg.Client(empty.address);
  await client.connect();
  try {
    for (const line of lines) await client.query(line);
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  empty = await createEmptyDatabase();
  // Roles are the whole server's: those of other test files are there already, and are left there.
  await asKeeper([
    `create role ${OWNER} login password 'una parola'`,
    `grant ${OWNER} to current_user`,
    `alter database ${empty.address.database} owner to ${OWNER}`,
    `alter schema public owner to ${OWNER}`,
  ]);
  theirs = { ...empty.address, user: OWNER, password: 'una parola' };
});
afterAll(async () => {
  await empty.drop();
  const other = await createEmptyDatabase();
  const client = new pg.Client(other.address);
  await client.connect();
  await client.query(`drop role if exists ${OWNER}`);
  await client.end();
  await other.drop();
});

const roles = async () => {
  const { host, port, user, password, database } = theirs;
  const url = new URL(`postgres://${user}:${password}@localhost:${port}/${database}`);
  url.searchParams.set('host', String(host));
  const findings = await checkDatabase({ databaseUrl: url.href } as Config);
  const found = findings.find(({ about }) => about.endsWith('ruoli'));
  if (!found) throw new Error(JSON.stringify(findings));
  return found;
};

describe('a server of one’s own, whose owner of the database may not create roles', () => {
  it('is told by the doctor the lines to run for both roles, and starts once they have been', async () => {
    const before = await roles();
    expect(before.good).toBe(false);
    const lines = before.says
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
    expect(lines).toEqual([
      'CREATE ROLE passaparola_app NOLOGIN;',
      `GRANT passaparola_app TO ${OWNER};`,
      'CREATE ROLE passaparola_shielded NOLOGIN;',
      'GRANT passaparola_app TO passaparola_shielded;',
      `GRANT passaparola_shielded TO ${OWNER};`,
    ]);
    await asKeeper([`grant passaparola_app to ${OWNER}`]);
    const half = await roles();
    expect(half.good).toBe(false);
    expect(half.says.split('\n').slice(1)).toHaveLength(3);
    expect(half.says).not.toContain('CREATE ROLE passaparola_app');
    await asKeeper([`grant passaparola_shielded to ${OWNER}`]);
    expect(await roles()).toMatchObject({ good: true, says: 'pronti' });
    await migrateDatabase(theirs);
  });
});
