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
  const arrays = named.map(([name, type]) => sql`${arrayOf(rows, name, elements[type])}::${sql.raw(type)}[]`);
  const names = named.map(([name]) => sql.identifier(name));
  return sql`unnest(${sql.join(arrays, sql`, `)}) as ${sql.identifier(alias)}(${sql.join(names, sql`, `)})`;
};

/** An array of texts as PostgreSQL writes it, for a column that holds one: `…::text[]`. */
export const arrayText = (values: readonly string[]): string => `{${values.map(quoted).join(',')}}`;

/** The values of one field, as an array in text (PostgreSQL, "Array Input and Output Syntax"). A loop: there are millions of them. */
const arrayOf = <Row extends object>(
  rows: readonly Row[],
  name: keyof Row,
  write: (value: unknown) => string,
): string => {
  let array = '';
  for (const row of rows) {
    const value = row[name];
    array += value === null || value === undefined ? ',NULL' : `,${write(value)}`;
  }
  return `{${array.slice(1)}}`;
};

const quoted = (text: string): string => {
  if (!text.includes('"') && !text.includes('\\')) return `"${text}"`;
  // What JSON escapes beside quotes and backslashes an array would take for letters; without any of it the two write alike, and JSON in half the time.
  return ODD.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : JSON.stringify(text);
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them.
const ODD = /[\u0000-\u001f\ud800-\udfff]/;

/** Ids, numbers and instants have nothing in them that means something in an array. */
const elements: Readonly<Record<ColumnType, (value: unknown) => string>> = {
  uuid: String,
  integer: String,
  real: String,
  boolean: String,
  timestamptz: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  text: (value) => quoted(String(value)),
  /** JSON has nothing odd left in it. */
  jsonb: (value) => JSON.stringify(JSON.stringify(value)),
};
