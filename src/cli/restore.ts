import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import type pg from 'pg';
import { z } from 'zod';
import { migrateDatabase } from '../platform/db/migrate.ts';
import { BACKUP_FORMAT, schemaVersion } from './backup.ts';
import { linesOf } from './lines-of.ts';
import { CommandRefusal, withOwner } from './run-command.ts';
import { quoted, readTables, type TableShape } from './tables.ts';

const LineSchema = z.union([
  z.object({
    format: z.literal(BACKUP_FORMAT),
    madeAt: z.string(),
    schema: z.string(),
    key: z.string().optional(),
  }),
  z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) }),
  z.object({ end: z.literal(true), counts: z.record(z.string(), z.number()), sha256: z.string() }),
]);

const AT_ONCE = 500;
/** Characters; pictures make rows heavy long before they are many. */
const WEIGHT_AT_ONCE = 20_000_000;

export const restoreCommand = new Command('restore')
  .description('Rimette in piedi un’installazione vuota da un file di backup')
  .argument('<file>', 'il file scritto da passaparola backup')
  .action((file: string) =>
    withOwner(async (client, config) => {
      if (!fs.existsSync(file)) throw new CommandRefusal(`Non trovo ${file}.`);
      await migrateDatabase(connectionOf(client));
      const { rows, key, madeAt } = await readBackup(client, file, config.keyFile);
      console.log(`Rimesse ${rows} righe della copia del ${madeAt}.`);
      if (!key) console.log(`Rimetti al suo posto anche la chiave dei segreti: ${config.keyFile}.`);
    }),
  );

/** Puts all back in one transaction: a file that is cut, altered or of another schema changes nothing. */
export const readBackup = async (client: pg.Client, file: string, keyFile: string) => {
  await client.query('begin');
  try {
    await client.query('set local statement_timeout = 0');
    const tables = new Map((await readTables(client)).map((table) => [table.name, table]));
    await refuseIfInhabited(client);
    const result = await putBack(client, tables, file);
    keepKey(keyFile, result.key);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    if (error instanceof CommandRefusal) throw error;
    throw new CommandRefusal(sayTrouble(error));
  }
};

const sayTrouble = (error: unknown): string => {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return code.startsWith('Z_')
    ? 'Questo file non è una copia di Passaparola, o è tronco o rovinato. Non ho cambiato niente.'
    : `La copia non si può rimettere: ${message}. Non ho cambiato niente.`;
};

const putBack = async (client: pg.Client, tables: ReadonlyMap<string, TableShape>, file: string) => {
  const state = { rows: 0, key: undefined as string | undefined, madeAt: '', whole: false };
  const digest = createHash('sha256');
  let pending: { table: string; rows: unknown[]; weight: number } = { table: '', rows: [], weight: 0 };
  const flush = async (): Promise<void> => {
    if (pending.rows.length > 0) await insertRows(client, tables, pending.table, pending.rows);
    pending = { table: '', rows: [], weight: 0 };
  };
  for await (const text of linesOf(file)) {
    const line = readLine(text);
    if ('end' in line) {
      await flush();
      if (line.sha256 !== digest.digest('hex'))
        throw new CommandRefusal('La copia è stata alterata: la somma di controllo non torna.');
      state.whole = true;
      break;
    }
    digest.update(`${text}\n`);
    if ('format' in line) {
      await refuseOtherSchema(client, line.schema);
      Object.assign(state, { key: line.key, madeAt: line.madeAt });
      continue;
    }
    const isFull = pending.rows.length >= AT_ONCE || pending.weight >= WEIGHT_AT_ONCE;
    if (line.table !== pending.table || isFull) await flush();
    pending.table = line.table;
    pending.rows.push(line.row);
    pending.weight += text.length;
    state.rows += 1;
  }
  if (!state.whole)
    throw new CommandRefusal('La copia è tronca: manca la fine del file. Non ho cambiato niente.');
  return state;
};

const readLine = (text: string): z.infer<typeof LineSchema> => {
  try {
    return LineSchema.parse(JSON.parse(text));
  } catch {
    throw new CommandRefusal(
      'Questo file non è una copia di Passaparola, o è rovinato. Non ho cambiato niente.',
    );
  }
};

const insertRows = async (
  client: pg.Client,
  tables: ReadonlyMap<string, TableShape>,
  name: string,
  rows: readonly unknown[],
) => {
  const table = tables.get(name);
  if (!table) throw new CommandRefusal(`La copia ha una tabella che non conosco: ${name}.`);
  const columns = table.columns.map(quoted).join(', ');
  await client.query(
    `insert into ${quoted(name)} (${columns}) select ${columns} from jsonb_populate_recordset(null::${quoted(name)}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
};

const refuseIfInhabited = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ inhabited: boolean }>(
    'select exists (select from workspaces) as inhabited',
  );
  if (rows[0]?.inhabited)
    throw new CommandRefusal(
      'Qui c’è già un’azienda: una copia si rimette solo in un’installazione vuota (scegli un’altra PASSAPAROLA_DATA).',
    );
};

const refuseOtherSchema = async (client: pg.Client, schema: string): Promise<void> => {
  if (schema !== (await schemaVersion(client)))
    throw new CommandRefusal(
      'La copia viene da un’altra versione di Passaparola: rimettila con quella, poi aggiorna.',
    );
};

const connectionOf = ({ host, port, user, database, password }: pg.Client) => ({
  host,
  port,
  ...(user ? { user } : {}),
  ...(database ? { database } : {}),
  ...(password ? { password } : {}),
});

const keepKey = (file: string, key: string | undefined): void => {
  if (!key) return;
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') !== key)
    throw new CommandRefusal(
      `C’è già un’altra chiave in ${file}: spostala e ripeti. Non ho cambiato niente.`,
    );
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  fs.writeFileSync(file, key, { mode: 0o600 });
};
