import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { migrationsFolder } from '../paths.ts';
import type { DatabaseAddress } from './database.ts';

/** One process migrates at a time, whatever the number that start together. */
const MIGRATION_LOCK = 4_321_001;

/**
 * Who may not create roles is refused even where the role is there: whoever keeps the server has made it (docs/running).
 * The owner must be able to become the application role; creating roles alone does not give that since PostgreSQL 16. The second
 * role is the same person's reading with less to see (db/reader.ts).
 */
const ROLE = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'passaparola_app') then
      create role passaparola_app nologin;
    end if;
  exception when duplicate_object or unique_violation then null; end $$;
  do $$ begin
    execute format('grant passaparola_app to %I', current_user);
  exception when insufficient_privilege then null; end $$;
  grant usage on schema public to passaparola_app;
  do $$ begin
    if not exists (select from pg_roles where rolname = 'passaparola_shielded') then
      create role passaparola_shielded nologin;
    end if;
  exception when duplicate_object or unique_violation then null; end $$;
  do $$ begin
    if not pg_has_role('passaparola_shielded', 'passaparola_app', 'usage') then
      grant passaparola_app to passaparola_shielded;
    end if;
    execute format('grant passaparola_shielded to %I', current_user);
  exception when insufficient_privilege or unique_violation then null; end $$;`;

/** Folding as the search column needs it: immutable, because the dictionary is named and never changes here. */
const FOLD = `
  create extension if not exists unaccent;
  create extension if not exists pg_trgm;
  create extension if not exists fuzzystrmatch;
  create or replace function passaparola_fold(value text) returns text
    language sql immutable parallel safe strict
    as $$ select public.unaccent('public.unaccent', lower(value)) $$;`;

const GRANTS = `
  grant select, insert, update, delete on all tables in schema public to passaparola_app;
  grant usage, select on all sequences in schema public to passaparola_app;`;

/**
 * Brings the schema to this version, as the owner of the database. Safe to call at every start and from
 * several processes at once. Throws when the server refuses: there is nothing sensible to serve without it.
 * `folder` holds the migrations: those of this version unless a test asks for an older one.
 */
export const migrateDatabase = async (
  address: DatabaseAddress,
  folder: string = migrationsFolder(),
): Promise<void> => {
  const client = new pg.Client({ ...address, options: '-c timezone=UTC' });
  // The query under way says that the server died.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(ROLE);
    await client.query(FOLD);
    await migrate(drizzle(client), { migrationsFolder: folder });
    await client.query(GRANTS);
  } finally {
    await client.end();
  }
};
