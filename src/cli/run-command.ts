import os from 'node:os';
import pg from 'pg';
import { type Config, readConfig } from '../platform/config/config.ts';
import { openDatabase, sayDatabaseProblem } from './open-database.ts';

/** Something to tell the person at the terminal, then exit code 1: no stack, no jargon. */
export class CommandRefusal extends Error {}

/** The configuration, or every problem with it said and the command ended. */
export const commandConfig = (): Config => {
  const config = readConfig(process.env, { home: os.homedir(), folder: process.cwd() });
  if (config.ok) return config.value;
  const lines = config.error.map(({ variable, wrong, remedy }) => `${variable}: ${wrong.it}. ${remedy.it}`);
  throw new CommandRefusal(lines.join('\n'));
};

/** Runs `work` on an owner's connection to the database, which is closed (and stopped, if we started it) at the end. */
export const withOwner = async (
  work: (client: pg.Client, config: Config) => Promise<void>,
): Promise<void> => {
  const config = commandConfig();
  const opened = await openDatabase(config);
  if (!opened.ok) throw new CommandRefusal(sayDatabaseProblem(opened.error));
  const client = new pg.Client({ ...opened.value.address, options: '-c timezone=UTC' });
  // The query under way says that the server died.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client, config);
  } finally {
    await client.end().catch(() => {});
    await opened.value.close();
  }
};

/** The rows of a query, fetched `atOnce` at a time: memory stays flat however many there are. Needs an open transaction. */
export async function* rowsOf(
  client: pg.Client,
  query: string,
  parameters: readonly unknown[] = [],
  atOnce = 1000,
): AsyncGenerator<Record<string, unknown>> {
  await client.query(`declare passaparola_rows no scroll cursor for ${query}`, [...parameters]);
  for (;;) {
    const { rows } = await client.query(`fetch ${atOnce} from passaparola_rows`);
    if (rows.length === 0) break;
    yield* rows;
  }
  await client.query('close passaparola_rows');
}
