import { once } from 'node:events';
import { Command } from 'commander';
import type pg from 'pg';
import { findChannel } from '../channels/index.ts';
import { CommandRefusal, rowsOf, withOwner } from './run-command.ts';
import { quoted, readTables, type TableShape } from './tables.ts';

/** What opens doors is not data of the company: it never leaves in an export. Pictures are named there, without their bytes. */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  alert_bots: ['sealed_token'],
  alert_devices: ['sealed', 'digest'],
  alert_webhooks: ['sealed_secret'],
  api_keys: ['secret_hash', 'previous_hash'],
  care_settings: ['sealed_key'],
  connections: ['secrets', 'cursor', 'stream_cursor', 'push_state', 'recheck', 'lease_holder', 'lease_until'],
  connection_authorisations: ['sealed'],
  connection_doors: ['sealed_key', 'key_hash'],
  inbound_deliveries: ['request', 'body'],
  invitations: ['secret_hash'],
  outbox_events: ['payload'],
  uploads: ['bytes'],
  webhook_endpoints: ['sealed_secret', 'sealed_previous', 'busy_by', 'busy_until'],
};

/** Tables that carry others' words, and the column that says from which channel. */
const CHANNEL_COLUMN: Readonly<Record<string, string>> = {
  mentions: 'channel',
  authors: 'channel',
  threads: 'channel',
};

export const exportCommand = new Command('export')
  .description('Scrive sull’uscita tutto quello che è di un’azienda, una riga JSON per ogni cosa')
  .requiredOption('--workspace <azienda>', 'il nome breve (come nell’indirizzo) o l’id dell’azienda')
  .action((options: { workspace: string }) =>
    withOwner(async (client) => {
      await client.query('begin isolation level repeatable read read only');
      const workspaceId = await findWorkspace(client, options.workspace);
      for (const table of await readTables(client)) {
        if (table.hasWorkspace) await exportTable(client, table, workspaceId);
      }
      await client.query('commit');
    }),
  );

const findWorkspace = async (client: pg.Client, nameOrId: string): Promise<string> => {
  const { rows } = await client.query<{ id: string }>(
    'select id from workspaces where id::text = $1 or slug = $1',
    [nameOrId],
  );
  if (rows[0]) return rows[0].id;
  const { rows: all } = await client.query<{ slug: string }>('select slug from workspaces order by slug');
  throw new CommandRefusal(
    `Non c’è un’azienda «${nameOrId}». Ci sono: ${all.map(({ slug }) => slug).join(', ') || 'nessuna'}.`,
  );
};

const exportTable = async (client: pg.Client, table: TableShape, workspaceId: string): Promise<void> => {
  const columns = table.columns.filter((column) => !NEVER[table.name]?.includes(column));
  const query = `select to_jsonb(r) as row from (select ${columns.map(quoted).join(', ')} from ${quoted(table.name)} where workspace_id = $1) r`;
  for await (const { row } of rowsOf(client, query, [workspaceId])) {
    if (mayLeave(table.name, row as Record<string, unknown>))
      await print({ kind: table.name, ...(row as object) });
  }
};

/** Some channels' terms forbid taking their content elsewhere. */
const mayLeave = (table: string, row: Record<string, unknown>): boolean => {
  const column = CHANNEL_COLUMN[table];
  const channel = column ? findChannel(String(row[column])) : undefined;
  return channel?.manifest.dataTerms.exportable ?? true;
};

const print = async (line: unknown): Promise<void> => {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
};
