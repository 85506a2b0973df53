import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type pg from 'pg';

const MARK = '/* kept */';

/**
 * Stands at the head of a statement that is asked all the time and always reads the same but for its parameters: each connection then keeps it
 * ready, parsed and mostly planned. Never of a statement whose text depends on what was asked: every text would be kept for good.
 */
export const kept: SQL = sql.raw(MARK);

/** Gives the statements marked as `kept` the name under which the server keeps them (PostgreSQL protocol, "Extended Query"). */
export const keepStatements = (client: pg.PoolClient): void => {
  const query = client.query.bind(client) as (...words: readonly unknown[]) => unknown;
  const named = (...[asked, ...rest]: readonly unknown[]): unknown =>
    isKept(asked) ? query({ ...asked, name: nameOf(asked.text) }, ...rest) : query(asked, ...rest);
  client.query = named as typeof client.query;
};

const isKept = (asked: unknown): asked is { readonly text: string } =>
  typeof asked === 'object' &&
  asked !== null &&
  'text' in asked &&
  typeof asked.text === 'string' &&
  asked.text.startsWith(MARK);

const names = new Map<string, string>();

const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
};
