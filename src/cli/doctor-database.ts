import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Config } from '../platform/config/config.ts';
import { postgresFolder } from '../platform/db/postgres-place.ts';
import type { Finding } from './doctor-checks.ts';
import { type OpenDatabase, openDatabase, sayDatabaseProblem } from './open-database.ts';

/** The extensions that the migrations create. */
const extensions = ['fuzzystrmatch', 'pg_trgm', 'unaccent'] as const;

/** Reachable, recent enough, and willing to give us what the migrations ask. Creates nothing. */
export const checkDatabase = async (config: Config): Promise<readonly Finding[]> => {
  const about = config.databaseUrl ? 'Database esterno' : 'Database incluso';
  if (!config.databaseUrl && !fs.existsSync(path.join(postgresFolder(config.dataDir), 'PG_VERSION')))
    return [{ good: true, about, says: 'nascerà al primo avvio' }];
  const opened = await openDatabase(config);
  if (!opened.ok) return [{ good: false, about, says: sayDatabaseProblem(opened.error) }];
  try {
    return await inspect(opened.value, about);
  } finally {
    await opened.value.close();
  }
};

const inspect = async ({ address }: OpenDatabase, about: string): Promise<readonly Finding[]> => {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return [
      await checkVersion(client, about),
      await checkRole(client, about),
      await checkExtensions(client, about),
    ];
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'senza un motivo';
    return [
      {
        good: false,
        about,
        says: `non risponde o non ci fa entrare (${reason}): controlla DATABASE_URL, nome, parola d’ordine e rete`,
      },
    ];
  } finally {
    await client.end().catch(() => undefined);
  }
};

const checkVersion = async (client: pg.Client, about: string): Promise<Finding> => {
  const { rows } = await client.query<{ number: number; shown: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as shown",
  );
  const { number = 0, shown = '?' } = rows[0] ?? {};
  return number >= 150_000
    ? { good: true, about, says: `risponde, PostgreSQL ${shown}` }
    : { good: false, about, says: `è PostgreSQL ${shown}, serve la 15 o più recente` };
};

/** The role of the application is made by the first migration, or by whoever keeps the server. */
const checkRole = async (client: pg.Client, about: string): Promise<Finding> => {
  const { rows } = await client.query<{ ready: boolean; may_create: boolean; owner: string }>(`
    select exists (select from pg_roles a where a.rolname = 'passaparola_app' and pg_has_role(current_user, a.oid, 'member')) as ready,
      r.rolcreaterole or r.rolsuper as may_create, current_user as owner from pg_roles r where r.rolname = current_user`);
  const { ready, may_create, owner } = rows[0] ?? {};
  return ready || may_create
    ? { good: true, about: `${about}, ruoli`, says: ready ? 'pronti' : 'li creerà il primo avvio' }
    : {
        good: false,
        about: `${about}, ruoli`,
        says: `chi amministra il server esegua: CREATE ROLE passaparola_app NOLOGIN; GRANT passaparola_app TO ${owner};`,
      };
};

const checkExtensions = async (client: pg.Client, about: string): Promise<Finding> => {
  const { rows } = await client.query<{ name: string }>(
    'select name from pg_available_extensions where name = any($1)',
    [extensions],
  );
  const missing = extensions.filter((name) => !rows.some((row) => row.name === name));
  return missing.length === 0
    ? { good: true, about: `${about}, estensioni`, says: extensions.join(', ') }
    : {
        good: false,
        about: `${about}, estensioni`,
        says: `mancano ${missing.join(', ')}: installa sul server il pacchetto postgresql-contrib`,
      };
};
