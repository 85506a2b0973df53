import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runImport } from '../../src/imports/actions/run-import.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';

type View = {
  readonly id: string;
  readonly state: string;
  readonly received: number;
  readonly settings: Record<string, unknown>;
  readonly brought: number;
  readonly known: number;
  readonly refused: number;
  readonly rowsDone: number;
  readonly look: {
    readonly rows: number;
    readonly items: number;
    readonly known: number;
    readonly refused: number;
  } | null;
  readonly troubles: readonly { readonly line: number; readonly trouble: string }[];
};

let house: TestHouse;
let company: TestCompany;
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'pp-imports-'));

beforeAll(async () => {
  house = await startTestHouse({ dataDir });
  company = await house.company('Cantina Rossi');
});
afterAll(async () => {
  await house?.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const at = (...parts: readonly string[]) =>
  ['/api/workspaces', company.workspaceId, 'imports', ...parts].join('/');

const send = async (name: string, text: string | Buffer, size = 800_000): Promise<View> => {
  const bytes = Buffer.from(text);
  let view = await company.json<View>('POST', at(), { name, byteLength: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += size) {
    const part = new Uint8Array(bytes.subarray(offset, offset + size));
    const response = await company.as(at(view.id, `content?offset=${offset}`), {
      method: 'PUT',
      body: part,
      headers: { 'content-type': 'application/octet-stream' },
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    view = (await response.json()) as View;
  }
  return view;
};

const step = (id: string, name: string) => company.json<View>('POST', at(id, 'steps'), { step: name });

const until = async (id: string, state: string): Promise<View> => {
  for (;;) {
    const view = await company.json<View>('GET', at(id));
    if (view.state === state) return view;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const bring = async (name: string, text: string): Promise<View> => {
  const { id } = await send(name, text);
  await step(id, 'start');
  const done = await until(id, 'done');
  await house.house.settled();
  return done;
};

const count = async (table: string): Promise<number> => {
  const { rows } = await house.house.platform.database.inWorkspace(company.workspaceId, (tx) =>
    tx.execute<{ n: string }>(
      sql`select count(*) as n from ${sql.raw(table)} where workspace_id = ${company.workspaceId}`,
    ),
  );
  return Number(rows[0]?.n);
};

const sheet = (mark: string, rows: number): string =>
  [
    'Data;Nome;Voto;Recensione',
    ...Array.from(
      { length: rows },
      (_, n) => `12/03/2024 18:05;Persona ${mark} ${n};${(n % 5) + 1};Frase ${mark} numero ${n}`,
    ),
  ].join('\n');

describe('a file of past conversation', () => {
  it('is sent in parts, tried without keeping anything, and told row by row', async () => {
    const before = await count('mentions');
    const text = `Data;Nome;Voto;Recensione\n12/03/2024;Anna;5;Ottimo\nnon so;Ugo;4;Bello\n13/03/2024;Rita;3;"Due\nrighe"\n`;
    const sent = await send('recensioni.csv', text, 20);
    expect(sent).toMatchObject({
      state: 'ready',
      received: Buffer.byteLength(text),
      settings: { format: 'csv' },
    });
    const preview = await company.json<{ places: { pointer: string }[]; look: View['look'] }>(
      'GET',
      at(sent.id, 'preview'),
    );
    expect(preview.places.map(({ pointer }) => pointer)).toEqual(['/Data', '/Nome', '/Voto', '/Recensione']);
    await step(sent.id, 'try');
    const tried = await until(sent.id, 'ready');
    expect(tried.look).toMatchObject({
      ...{ rows: 3, items: 2, refused: 1, isWhole: true, troubles: [{ line: 3, trouble: 'no-date' }] },
      earliest: '2024-03-11T23:00:00.000Z',
    });
    expect(await count('mentions')).toBe(before);
    await step(sent.id, 'discard');
    expect(fs.readdirSync(path.join(dataDir, 'imports'))).toEqual([]);
  });

  it('comes in once, however often it is brought, and what is old waits for nobody', async () => {
    const first = await bring('uno.csv', sheet('uno', 30));
    expect(first).toMatchObject({ brought: 30, known: 0, refused: 0 });
    const again = await bring('uno di nuovo.csv', sheet('uno', 30));
    expect(again).toMatchObject({ brought: 0, known: 30 });
    const { rows } = await house.house.platform.database.inWorkspace(company.workspaceId, (tx) =>
      tx.execute<{ status: string }>(
        sql`select distinct status from threads where workspace_id = ${company.workspaceId}`,
      ),
    );
    expect(rows).toEqual([{ status: 'done' }]);
    const page = await company.json<{ mentions: { rating: unknown; form: string }[] }>(
      'GET',
      `/api/workspaces/${company.workspaceId}/mentions?limit=1`,
    );
    expect(page.mentions[0]).toMatchObject({ form: 'review', rating: { best: 5 } });
  });

  it('leaves no trace when it is taken back, and takes nothing of another with it', async () => {
    const tables = [
      'mentions',
      'raw_items',
      'authors',
      'threads',
      'thread_mentions',
      'thread_keys',
      'interactions',
      'identities',
      'contacts',
      'mention_marks',
    ];
    const counts = async () =>
      Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)])));
    const before = await counts();
    const both = await bring(
      'due.csv',
      `${sheet('due', 700)}\n${sheet('uno', 5).split('\n').slice(1).join('\n')}`,
    );
    expect(both).toMatchObject({ brought: 700, known: 5 });
    expect(await count('threads')).toBe((before.threads ?? 0) + 700);
    await step(both.id, 'undo');
    expect(await until(both.id, 'undone')).toMatchObject({ brought: 0 });
    await house.house.settled();
    expect(await counts()).toEqual(before);
    const back = await bring('due.csv', sheet('due', 3));
    expect(back).toMatchObject({ brought: 3, known: 0 });
  });

  it('tells each row that it left out by its line, and brings the others', async () => {
    const rows = Array.from({ length: 1_200 }, (_, n) =>
      n % 400 === 7 ? '{"text": rotta' : JSON.stringify({ id: `r${n}`, text: `Riga ${n}`, author: 'Anna' }),
    );
    const done = await bring('righe.jsonl', rows.join('\n'));
    expect(done).toMatchObject({ brought: 1_197, refused: 3 });
    expect(done.troubles.map(({ line, trouble }) => [line, trouble])).toEqual(
      [8, 408, 808].map((line) => [line, 'not-json']),
    );
  });

  it('goes on from where it had come, when two work at it and one stops half way', async () => {
    const { id } = await send('tre.csv', sheet('tre', 2_000));
    const { platform } = house.house;
    const work = step(id, 'start');
    await Promise.all([
      work,
      ...Array.from({ length: 2 }, () => work.then(() => runImport(platform, company.workspaceId, id))),
    ]);
    const done = await until(id, 'done');
    expect(done).toMatchObject({ brought: 2_000, known: 0, rowsDone: 2_000 });
    expect(await count(`(select * from import_items where import_id = '${id}') mine`)).toBe(2_000);
  });

  it('pauses, and goes on', async () => {
    const { id } = await send('quattro.csv', sheet('quattro', 4_000));
    await step(id, 'start');
    const paused = await step(id, 'pause').catch(() => undefined);
    if (paused) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const still = await company.json<View>('GET', at(id));
      expect(still.state).toBe('paused');
      expect(still.brought).toBe(still.rowsDone);
      await step(id, 'resume');
    }
    expect(await until(id, 'done')).toMatchObject({ brought: 4_000, known: 0 });
  });

  it('is nobody else’s, and takes no part out of order', async () => {
    const stranger = await house.company('Cantina Verdi');
    const { id } = await company.json<View>('POST', at(), { name: 'x.csv', byteLength: 10 });
    const foreign = ['/api/workspaces', stranger.workspaceId, 'imports', id].join('/');
    expect((await stranger.as(foreign)).status).toBe(404);
    const put = (offset: number, body: string) =>
      company.as(at(id, `content?offset=${offset}`), {
        method: 'PUT',
        body,
        headers: { 'content-type': 'application/octet-stream' },
      });
    expect((await put(3, 'abc')).status).toBe(409);
    expect((await put(0, 'abcdefghijklm')).status).toBe(422);
    expect((await company.as(at(randomUUID()))).status).toBe(404);
    expect((await company.as(at(id, 'preview'))).status).toBe(409);
    await step(id, 'discard');
  });
});
