import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { WorkspaceId } from '../ids.ts';
import { keepStatements } from './kept-statements.ts';
import { currentReader } from './reader.ts';

/** Where the server is: a connection string, or the socket folder of the server that we started. */
export type DatabaseAddress = pg.ClientConfig;

/** What a query runs on: inside `inWorkspace` and `asInstallation` it is one transaction. */
export type Transaction = Pick<
  NodePgDatabase,
  | 'select'
  | 'selectDistinct'
  | 'selectDistinctOn'
  | 'insert'
  | 'update'
  | 'delete'
  | 'execute'
  | 'with'
  | '$with'
  | '$count'
>;

export interface Database {
  /** One transaction that sees a single workspace; it commits when `work` returns and rolls back when it throws. */
  inWorkspace<Value>(workspaceId: WorkspaceId, work: (tx: Transaction) => Promise<Value>): Promise<Value>;
  /** One transaction over the whole installation: schedulers, sign-in, set-up. Never for what a person asked. */
  asInstallation<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value>;
  /** Outside any transaction and workspace: installation tables only (accounts, sessions). */
  readonly installation: NodePgDatabase;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const APPLICATION_OPTIONS = '-c role=passaparola_app -c timezone=UTC -c statement_timeout=60000 -c jit=off';

/**
 * Connects as the application role, which row-level security binds. `poolSize` is the number of connections.
 * An idle connection that the server drops is replaced at the next query: the error event must not end us.
 */
export const connectDatabase = (
  address: DatabaseAddress,
  options: { readonly poolSize: number; readonly onError?: (error: Error) => void },
): Database => {
  const pool = new pg.Pool({ ...address, max: options.poolSize, options: APPLICATION_OPTIONS });
  pool.on('error', (error) => options.onError?.(error));
  // In use but between two queries, a connection has nobody else to tell that its server died: the next query fails, and says it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('connect', keepStatements);
  const installation = drizzle(pool);
  return {
    inWorkspace: (workspaceId, work) => scoped(pool, workspaceId, work),
    asInstallation: (work) => scoped(pool, '*', work),
    installation,
    pool,
    close: () => pool.end(),
  };
};

/** Makes a transaction see another workspace from here on: for work that goes through several in one commit. */
export const enterWorkspace = async (tx: Transaction, scope: WorkspaceId | '*'): Promise<void> => {
  await tx.execute(sql`select set_config('passaparola.workspace', ${scope}, true)`);
};

/** Drizzle over each of the pool's connections, made once. */
const overClients = new WeakMap<pg.PoolClient, NodePgDatabase>();

const overClient = (client: pg.PoolClient): NodePgDatabase => {
  const made = overClients.get(client) ?? drizzle(client);
  overClients.set(client, made);
  return made;
};

/** Every request and every batch comes through here, so what it sees is said in the same journey as that it begins. */
const scoped = async <Value>(
  pool: pg.Pool,
  scope: WorkspaceId | '*',
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`begin; select ${entering(scope, currentReader())}`);
    const value = await work(overClient(client));
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
};

/** From whom something is hidden, they read as a role to which the hidden rows do not exist: in the one statement that is sent anyway. */
const entering = (scope: WorkspaceId | '*', reader: string | undefined): string => {
  const here = pg.escapeLiteral(scope);
  const enter = `set_config('passaparola.workspace', ${here}, true)`;
  if (reader === undefined || scope === '*') return enter;
  const who = pg.escapeLiteral(reader);
  return `${enter}, case when passaparola_is_shielded(${here}::uuid, ${who}::uuid) then
    set_config('passaparola.reader', ${who}, true) || set_config('role', 'passaparola_shielded', true) end`;
};
