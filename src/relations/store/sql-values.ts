import { type SQL, sql } from 'drizzle-orm';

/** A list of ids as one parameter, whatever its length. */
export const uuids = (ids: readonly string[]): SQL => sql`${sql.param([...ids])}::uuid[]`;

export const texts = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`;

/** Many rows as one parameter, for `json_to_recordset`. */
export const records = (rows: readonly object[]): SQL => sql`${JSON.stringify(rows)}::json`;

/** An instant as PostgreSQL takes it. */
export const time = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** What PostgreSQL writes for an instant (in UTC, as every connection of ours is) as ISO 8601. */
export const toInstant = (value: string | Date): string => new Date(value).toISOString();

export const toInstantOrNull = (value: string | Date | null): string | null =>
  value === null ? null : toInstant(value);
