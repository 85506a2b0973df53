import { setTimeout as pause } from 'node:timers/promises';

/** `again`: two writers stood in each other's way; `data`: this content is refused, every time; `away`: all the rest. */
export type DatabaseFault = { readonly kind: 'again' | 'data' | 'away'; readonly code: string };

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: serialisation failure, deadlock, lock not available. */
const AGAIN = new Set(['40001', '40P01', '55P03']);
/** Data exception, integrity violation, program limit exceeded. */
const DATA_CLASSES = new Set(['22', '23', '54']);

export const databaseFault = (error: unknown): DatabaseFault => {
  const code = sqlState(error);
  if (AGAIN.has(code)) return { kind: 'again', code };
  return { kind: DATA_CLASSES.has(code.slice(0, 2)) ? 'data' : 'away', code };
};

/** Whether the database or the way to it threw this, and not a channel. */
export const isOfDatabase = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'DrizzleQueryError' ||
    error.message.startsWith('Failed query') ||
    error.message.includes('Connection terminated') ||
    sqlState(error) !== '');

/** The query builder wraps what the driver threw. */
const sqlState = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : sqlState(error.cause);
};

const ATTEMPTS = 6;

/** Tries a whole transaction again when another stood in its way. */
export const withRetries = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (databaseFault(error).kind !== 'again' || attempt === ATTEMPTS) throw error;
      await pause(Math.random() * 20 * 2 ** attempt);
    }
  }
};
