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
      await checkRoles(client, about),
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

type Roles = {
  readonly app: boolean;
  readonly shielded: boolean;
  readonly joined: boolean;
  readonly may_create: boolean;
  readonly owner: string;
};

/**
 * Both roles are made by the first start, or by whoever keeps the server: that of the application, and that with fewer rows before it,
 * which a shield needs. What is missing is said as the lines to run, each once.
 */
const checkRoles = async (client: pg.Client, about: string): Promise<Finding> => {
  const { rows } = await client.query<Roles>(`
    select coalesce(pg_has_role(current_user, a.oid, 'member'), false) as app, coalesce(pg_has_role(current_user, s.oid, 'member'), false) as shielded,
      coalesce(pg_has_role(s.oid, a.oid, 'usage'), false) as joined, r.rolcreaterole or r.rolsuper as may_create, quote_ident(current_user) as owner
    from pg_roles r left join pg_roles a on a.rolname = 'passaparola_app' left join pg_roles s on s.rolname = 'passaparola_shielded'
    where r.rolname = current_user`);
  const roles = rows[0] ?? { app: false, shielded: false, joined: false, may_create: false, owner: '?' };
  const lines = [...appLines(roles), ...shieldedLines(roles)];
  if (lines.length === 0) return { good: true, about: `${about}, ruoli`, says: 'pronti' };
  return roles.may_create
    ? { good: true, about: `${about}, ruoli`, says: 'li creerà il primo avvio' }
    : {
        good: false,
        about: `${about}, ruoli`,
        says: `chi amministra il server esegua, saltando i CREATE ROLE dei ruoli che ci sono già:\n      ${lines.join('\n      ')}`,
      };
};

const appLines = ({ app, owner }: Roles): readonly string[] =>
  app ? [] : ['CREATE ROLE passaparola_app NOLOGIN;', `GRANT passaparola_app TO ${owner};`];

const shieldedLines = ({ shielded, joined, owner }: Roles): readonly string[] =>
  shielded && joined
    ? []
    : [
        'CREATE ROLE passaparola_shielded NOLOGIN;',
        'GRANT passaparola_app TO passaparola_shielded;',
        `GRANT passaparola_shielded TO ${owner};`,
      ];

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
