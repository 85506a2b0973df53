import type { Config } from '../platform/config/config.ts';
import type { DatabaseAddress } from '../platform/db/database.ts';
import { describePostgresProblem, type PostgresProblem } from '../platform/db/postgres-problem.ts';
import { runningPostgres, startPostgres } from '../platform/db/postgres-server.ts';
import { silentLog } from '../platform/log.ts';
import { err, ok, type Result } from '../platform/result.ts';

export type OpenDatabase = { readonly address: DatabaseAddress; close(): Promise<void> };

/**
 * The database for a command: the external one, the one that a running Passaparola serves from the same data
 * folder, or our own started for the time of the command.
 */
export const openDatabase = async (config: Config): Promise<Result<OpenDatabase, PostgresProblem>> => {
  if (config.databaseUrl)
    return ok({ address: { connectionString: config.databaseUrl }, close: async () => {} });
  const running = await runningPostgres(config.dataDir);
  if (running) return ok({ address: { ...running }, close: async () => {} });
  const started = await startPostgres({
    dataDir: config.dataDir,
    log: silentLog,
    address: 'passaparola (comando)',
  });
  if (!started.ok) return err(started.error);
  return ok({ address: { ...started.value.connection }, close: () => started.value.stop() });
};

export const sayDatabaseProblem = (problem: PostgresProblem): string => describePostgresProblem(problem).it;
