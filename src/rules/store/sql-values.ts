import { type SQL, sql } from 'drizzle-orm';

/** A list of ids as one parameter, whatever its length. */
export const uuids = (ids: readonly string[]): SQL => sql`${sql.param([...ids])}::uuid[]`;

export const texts = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`;

export const instantOf = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;
