import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Command } from 'commander';
import type pg from 'pg';
import { CommandRefusal, rowsOf, withOwner } from './run-command.ts';
import { quoted, readTables } from './tables.ts';

/** Tables whose rows weigh up to 10 MB each as text: pictures. */
const WEIGHTY: ReadonlySet<string> = new Set(['uploads']);

export const BACKUP_FORMAT = 'passaparola-backup/1';

/**
 * One gzip file of JSON lines that any PostgreSQL can take back: a head line (format, schema version), a line
 * for each row, and a last line with the counts and the SHA-256 of all before it, so that a cut file shows.
 * Everything is read in one snapshot, while the product goes on working.
 */
export const backupCommand = new Command('backup')
  .description('Salva tutta l’installazione in un file solo, anche mentre è in funzione')
  .argument('<file>', 'dove salvarla, per esempio copia.jsonl.gz (non deve esistere)')
  .option('--with-key', 'mette nel file anche la chiave dei segreti: chi ha il file può leggere tutto')
  .action((file: string, options: { withKey?: boolean }) =>
    withOwner(async (client, config) => {
      if (fs.existsSync(file))
        throw new CommandRefusal(`${file} esiste già: scegli un altro nome, non lo sovrascrivo.`);
      const key = options.withKey ? readKey(config.keyFile) : undefined;
      const rows = await writeBackup(client, file, key);
      console.log(`Salvate ${rows} righe in ${file}.`);
      if (!key) console.log(`La chiave dei segreti non è nel file: conserva a parte ${config.keyFile}.`);
    }),
  );

const readKey = (file: string): string => {
  if (!fs.existsSync(file)) throw new CommandRefusal(`Non trovo la chiave dei segreti: ${file}.`);
  return fs.readFileSync(file, 'utf8');
};

/** Writes the backup beside its place and moves it there when it is whole. Returns how many rows it holds. */
export const writeBackup = async (client: pg.Client, file: string, key?: string): Promise<number> => {
  const unfinished = `${file}.parziale`;
  const lines = new PassThrough();
  const written = pipeline(
    lines,
    createGzip(),
    fs.createWriteStream(unfinished, { mode: 0o600, flags: 'wx' }),
  );
  const digest = createHash('sha256');
  const write = async (line: unknown): Promise<void> => {
    const text = `${JSON.stringify(line)}\n`;
    digest.update(text);
    if (!lines.write(text)) await once(lines, 'drain');
  };
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local statement_timeout = 0');
    await write(await headLine(client, key));
    const counts = await writeTables(client, write);
    lines.end(`${JSON.stringify({ end: true, counts, sha256: digest.digest('hex') })}\n`);
    await written;
    await client.query('commit');
    fs.renameSync(unfinished, file);
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  } catch (error) {
    lines.destroy();
    fs.rmSync(unfinished, { force: true });
    throw error;
  }
};

const headLine = async (client: pg.Client, key: string | undefined) => ({
  format: BACKUP_FORMAT,
  madeAt: new Date().toISOString(),
  schema: await schemaVersion(client),
  ...(key ? { key } : {}),
});

/** The hash of the last migration applied: a backup goes back into the very schema that it came from. */
export const schemaVersion = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<{ hash: string }>(
    'select hash from drizzle.__drizzle_migrations order by created_at desc limit 1',
  );
  return rows[0]?.hash ?? 'empty';
};

const writeTables = async (
  client: pg.Client,
  write: (line: unknown) => Promise<void>,
): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const table of await readTables(client)) {
    const columns = table.columns.map(quoted).join(', ');
    counts[table.name] = 0;
    for await (const { row } of rowsOf(
      client,
      `select to_jsonb(r) as row from (select ${columns} from ${quoted(table.name)}) r`,
      [],
      WEIGHTY.has(table.name) ? 5 : 1000,
    )) {
      await write({ table: table.name, row });
      counts[table.name] = (counts[table.name] ?? 0) + 1;
    }
  }
  return counts;
};
