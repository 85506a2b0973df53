/**
 * Reading files of past conversation: `bench/run.ts imports [rows]`. For a table, JSON and mbox: processor time a row, and how much memory the
 * process needs at a tenth of the rows and at all of them (it must not grow with the file; what it occupies is told at each tenth of the way), beside what one would write instead, the
 * whole file in memory. Ours gets a heap of 192 MB (the program itself takes about 70) and would die of more. Reading and understanding alone, each in a process of its own: what the database costs is `bench/run.ts ingest`.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { importedChannel } from '../src/channels/imported/channel.ts';
import { readRows } from '../src/imports/actions/read-rows.ts';
import type { ImportSettings } from '../src/imports/model/import-settings.ts';
import { round } from './kit/figures.ts';

type Format = 'csv' | 'json' | 'mbox';

const MOST = 1_000_000;
const [asked, format, system, file] = process.argv.slice(2);
if (file) await child(format as Format, system ?? '', file);
else compare(asked ? Number(asked) : MOST);

function compare(most: number): void {
  const folder = process.env.BENCH_FOLDER ?? fs.mkdtempSync('/tmp/pp-bench-imports-');
  for (const kind of ['csv', 'json', 'mbox'] as const)
    for (const rows of [most / 10, most]) {
      const made = path.join(folder, `rows.${kind}`);
      write(made, kind, rows);
      console.log(
        `\n${kind}, ${rows.toLocaleString('en')} rows, ${round(fs.statSync(made).size / 2 ** 20)} MB`,
      );
      for (const name of kind === 'mbox' ? ['ours'] : ['ours', 'whole file']) {
        const run = spawnSync(
          process.execPath,
          [
            `--max-old-space-size=${name === 'ours' ? 192 : 4_096}`,
            import.meta.filename,
            '0',
            kind,
            name,
            made,
          ],
          { encoding: 'utf8' },
        );
        console.log(`  ${name.padEnd(12)}${run.status === 0 ? run.stdout.trim() : 'cannot'}`);
      }
      fs.rmSync(made);
    }
}

async function child(kind: Format, name: string, made: string): Promise<void> {
  const before = process.cpuUsage();
  const start = held();
  let most = 0;
  const occupied: number[] = [];
  const look = (): void => {
    most = Math.max(most, held() - start);
    occupied.push(process.memoryUsage.rss());
  };
  const rows = name === 'ours' ? await readOurs(kind, made, look) : readWhole(kind, made, look);
  const { user, system: kernel } = process.cpuUsage(before);
  console.log(
    `${rows.toLocaleString('en')} read, ${round((user + kernel) / rows, 1)} µs of processor a row, at most ${round(most / 2 ** 20)} MB held; occupied by the process in MB: ${tenths(occupied).join(' ')}`,
  );
}

/** Ten of them, from the first to the last. */
function tenths(occupied: readonly number[]): readonly string[] {
  const last = occupied.length - 1;
  const places = new Set(Array.from({ length: 10 }, (_, at) => Math.round((at * last) / 9)));
  return [...places].map((at) => round((occupied[at] ?? 0) / 2 ** 20));
}

/** Bytes in the heap and outside of it; what nobody needs any more counts until it is swept away. */
function held(): number {
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

/** As an import does: each row is understood too, and forgotten. */
async function readOurs(kind: Format, made: string, look: () => void): Promise<number> {
  const settings: ImportSettings = {
    ...{ format: kind, us: [], zone: 'Europe/Rome', source: 'Recensioni', mapping: '' },
    ...{ separator: '', encoding: '', header: '', mailboxId: null },
  };
  const handle = await open(made);
  let rows = 0;
  for await (const row of readRows(handle, path.basename(made), settings, null)) {
    if ('trouble' in row) throw new Error(`${row.line}: ${row.trouble}`);
    if (importedChannel.normalise(row.raw).length > 0) rows += 1;
    if (rows % 1_000 === 0) look();
  }
  await handle.close();
  return rows;
}

/** The least that anybody would write: it trusts each row. */
function readWhole(kind: Format, made: string, look: () => void): number {
  const text = fs.readFileSync(made, 'utf8');
  const rows: readonly unknown[] =
    kind === 'json'
      ? (JSON.parse(text) as unknown[])
      : text
          .trimEnd()
          .split('\n')
          .slice(1)
          .map((line) => line.split(';'));
  look();
  return rows.length;
}

function write(made: string, kind: Format, rows: number): void {
  const out = fs.openSync(made, 'w');
  if (kind === 'csv') fs.writeSync(out, 'Data;Nome;Voto;Recensione\n');
  if (kind === 'json') fs.writeSync(out, '[\n');
  const opinion =
    'Siamo stati bene, il vino è buono e chi lo racconta lo fa con gusto; torneremo a maggio con amici.';
  for (let from = 0; from < rows; from += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, rows - from) }, (_, at) => {
      const row = from + at;
      const day = String((row % 28) + 1).padStart(2, '0');
      if (kind === 'csv')
        return `${day}/03/2024 18:05;Persona ${row % 5_000};${(row % 5) + 1};"${opinion} ${row}"\n`;
      if (kind === 'json')
        return `${JSON.stringify({ data: `2024-03-${day}T18:05:00Z`, nome: `Persona ${row % 5_000}`, testo: `${opinion} ${row}` })}${row + 1 < rows ? ',' : ''}\n`;
      return `From anna@example.test Fri Mar 01 18:05:00 2024\nFrom: Persona ${row % 5_000} <p${row % 5_000}@example.test>\nTo: noi@example.test\nMessage-ID: <${row}@example.test>\nDate: Fri, ${day} Mar 2024 18:05:00 +0100\nSubject: Visita\n\n${opinion} ${row}\n\n`;
    });
    fs.writeSync(out, lines.join(''));
  }
  if (kind === 'json') fs.writeSync(out, ']\n');
  fs.closeSync(out);
}
