import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseQuery } from '../../src/listening/model/query/parse-query.ts';
import { migrateDatabase } from '../../src/platform/db/migrate.ts';
import { newId } from '../../src/platform/ids.ts';
import { migrationsFolder } from '../../src/platform/paths.ts';
import { createEmptyDatabase } from '../harness/test-database.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pp-upgrade-'));
let empty: Awaited<ReturnType<typeof createEmptyDatabase>>;
let client: pg.Client;
beforeAll(async () => {
  empty = await createEmptyDatabase();
  client = new pg.Client(empty.address);
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await empty?.drop();
  fs.rmSync(folder, { recursive: true, force: true });
});

type Journal = { readonly entries: readonly { readonly tag: string }[] };

/** The migrations as an earlier version shipped them: all before the one called `tag`. */
const migrationsBefore = (tag: string): string => {
  fs.cpSync(migrationsFolder(), folder, { recursive: true });
  const file = path.join(folder, 'meta/_journal.json');
  const journal = JSON.parse(fs.readFileSync(file, 'utf8')) as Journal;
  const until = journal.entries.findIndex((entry) => entry.tag === tag);
  expect(until).toBeGreaterThan(0);
  fs.writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, until) }));
  return folder;
};

it('watches of an earlier version go on listening for the same words', async () => {
  await migrateDatabase(empty.address, migrationsBefore('0020_watch_queries'));
  const workspaceId = newId();
  await client.query(`insert into workspaces (id, name, slug) values ($1, 'Cantina', 'cantina')`, [
    workspaceId,
  ]);
  const add = async (terms: readonly string[], except: readonly string[]) => {
    const id = newId();
    await client.query(
      `insert into watches (workspace_id, id, name, terms, "except", purpose) values ($1, $2, 'w', $3, $4, 'perché')`,
      [workspaceId, id, JSON.stringify(terms), JSON.stringify(except)],
    );
    return id;
  };
  const plain = await add(['Cantina Valdorsa', '#valdorsa'], []);
  const narrowed = await add(['Dolcetto'], ['moto', 'calcio "a cinque"']);
  const wordless = await add([], []);

  await migrateDatabase(empty.address);

  const { rows } = await client.query<{ id: string; query: string }>('select id, query from watches');
  const queries = Object.fromEntries(rows.map(({ id, query }) => [id, query]));
  expect(queries).toEqual({
    [plain]: '"Cantina Valdorsa" OR "#valdorsa"',
    [narrowed]: '("Dolcetto") AND NOT ("moto" OR "calcio  a cinque ")',
    [wordless]: '',
  });
  for (const query of [queries[plain], queries[narrowed]]) expect(parseQuery(query ?? '').ok).toBe(true);
});
