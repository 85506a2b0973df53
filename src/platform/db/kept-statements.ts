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
    const name = nameIn(asked);
    if (name === undefined) return query(asked, ...rest);
    const run = () => query({ ...(asked as object), name }, ...rest);
    uses += 1;
    if (uses < nextLook) return run();
    nextLook *= 2;
    // Where the transaction has failed already, what comes next says so.
    return query('discard plans').then(run, run);
  };
  client.query = named as typeof client.query;
};

/** Of a statement that is marked, or that its maker has prepared under a name (drizzle's `prepare`). */
const nameIn = (asked: unknown): string | undefined => {
  if (typeof asked !== 'object' || asked === null) return undefined;
  const { name, text } = asked as { readonly name?: unknown; readonly text?: unknown };
  if (typeof name === 'string') return name;
  return typeof text === 'string' && text.startsWith(MARK) ? nameOf(text) : undefined;
};

const names = new Map<string, string>();

const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
};
