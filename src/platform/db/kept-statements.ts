import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type pg from 'pg';

const MARK = '/* kept */';

/**
 * Stands at the head of a statement that is asked all the time and always reads the same but for its parameters: each connection then keeps it
 * ready, parsed and mostly planned. Never of a statement whose text depends on what was asked: every text would be kept for good.
 */
export const kept: SQL = sql.raw(MARK);

/** Kept statements that a connection may run before their plans are made anew for the first time. */
const FIRST_LOOK = 32;

/**
 * Gives the statements marked as `kept` the name under which the server keeps them (PostgreSQL protocol, "Extended Query"). Plans that were
 * made while the tables were nearly empty go through all of a table, and nobody looks again before statistics are gathered: so a connection
 * drops its plans when it has run 32 of these statements, then 64, 128…, and each is made of tables at least half as large as they are.
 */
export const keepStatements = (client: pg.PoolClient): void => {
  const query = client.query.bind(client) as (...words: readonly unknown[]) => Promise<unknown>;
  let uses = 0;
  let nextLook = FIRST_LOOK;
  const named = (...[asked, ...rest]: readonly unknown[]): Promise<unknown> => {
    if (!isKept(asked)) return query(asked, ...rest);
    const run = () => query({ ...asked, name: nameOf(asked.text) }, ...rest);
    uses += 1;
    if (uses < nextLook) return run();
    nextLook *= 2;
    // Where the transaction has failed already, what comes next says so.
    return query('discard plans').then(run, run);
  };
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
