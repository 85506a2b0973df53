import { type SQL, sql } from 'drizzle-orm';

/** A list of ids as one parameter, whatever its length. */
export const uuids = (ids: readonly string[]): SQL => sql`${sql.param([...ids])}::uuid[]`;

export const texts = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`;

/** Many rows as one parameter, for `json_to_recordset`. */
export const records = (rows: readonly object[]): SQL => sql`${JSON.stringify(rows)}::json`;

/** What PostgreSQL writes for an instant (in UTC, as every connection of ours is) as a Date. */
export const toDate = (value: string | Date): Date => (value instanceof Date ? value : new Date(value));

export const toInstant = (value: string | Date): string => toDate(value).toISOString();

export const toInstantOrNull = (value: string | Date | null): string | null =>
  value === null ? null : toInstant(value);
