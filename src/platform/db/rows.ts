import { type SQL, sql } from 'drizzle-orm';

/** Types of columns, as PostgreSQL names them. */
export type ColumnType = 'uuid' | 'text' | 'boolean' | 'timestamptz' | 'jsonb' | 'integer' | 'real';

/**
 * Many rows for a `from`, as one parameter a column, whatever their number: reading them costs the server a fraction of the same in JSON.
 * Columns are named as the fields are; a field that is absent is null, one that is not named is left out. `jsonb` takes any value.
 */
export const rowsOf = <Row extends object>(
  rows: readonly Row[],
  columns: { readonly [Name in keyof Row & string]?: ColumnType },
  alias = 'r',
): SQL => {
  const named = Object.entries(columns) as [keyof Row & string, ColumnType][];
  const arrays = named.map(([name, type]) => {
    const values = rows.map((row) => element(row[name], type));
    return sql`${`{${values.join(',')}}`}::${sql.raw(type)}[]`;
  });
  const names = named.map(([name]) => sql.identifier(name));
  return sql`unnest(${sql.join(arrays, sql`, `)}) as ${sql.identifier(alias)}(${sql.join(names, sql`, `)})`;
};

/** An array of texts as PostgreSQL writes it, for a column that holds one: `…::text[]`. */
export const arrayText = (values: readonly string[]): string => `{${values.map(quoted).join(',')}}`;

/** A value in an array as text (PostgreSQL, "Array Input and Output Syntax"). */
const element = (value: unknown, type: ColumnType): string => {
  if (value === null || value === undefined) return 'NULL';
  if (type === 'jsonb') return quoted(JSON.stringify(value));
  if (typeof value === 'string') return quoted(value);
  return value instanceof Date ? quoted(value.toISOString()) : String(value);
};

const quoted = (text: string): string =>
  /["\\]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;
