import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArchive } from '../../src/channels/index.ts';
import { sweepReports } from '../../src/protection/index.ts';
import { programFile } from '../harness/program-file.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { colleague, home, say } from './protection-kit.ts';

const run = promisify(execFile);
const WORDS = 'Locale sporco, mai visto un topo così grasso';

type Report = {
  readonly version: number;
  readonly state: string;
  readonly evidence: readonly { readonly id: string; readonly isThere: boolean; readonly digest: string }[];
  readonly finding: { readonly kind: string };
  readonly notice: { readonly it: string; readonly en: string };
  readonly deadlines: readonly { readonly kind: string; readonly daysLeft: number }[];
  readonly next: readonly string[];
};

let test: TestHouse;
let company: TestCompany;
let folder: string;
let mentionId: string;
let authorId: string;
let report: string;

beforeAll(async () => {
  test = await startTestHouse();
  company = await test.company('Trattoria Valdorsa');
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pp-evidence-'));
  ({ mentionId } = await say(test, company, 'Ignoto Commensale', WORDS));
  const { rows } = await inside((tx) =>
    tx.execute<{ author: string }>(sql`select author_id as author from mentions where id = ${mentionId}`),
  );
  authorId = rows[0]?.author ?? '';
  const { reportId } = await company.json<{ reportId: string }>(
    'POST',
    `${home(company)}/protection/reports`,
    {
      kind: 'false-review',
      mentionIds: [mentionId],
    },
  );
  report = `${home(company)}/protection/reports/${reportId}`;
});
afterAll(async () => {
  await test.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

type Inside = Parameters<TestHouse['house']['platform']['database']['inWorkspace']>[1];
const inside = <Value>(work: (tx: Parameters<Inside>[0]) => Promise<Value>): Promise<Value> =>
  test.house.platform.database.inWorkspace(company.workspaceId, work);

const readReport = () => company.json<Report>('GET', report);
const take = async (name: string): Promise<string> => {
  const response = await company.as(`${report}/pack`);
  expect(response.headers.get('content-disposition')).toContain('attachment');
  const file = path.join(folder, name);
  fs.writeFileSync(file, Buffer.from(await response.arrayBuffer()));
  return file;
};
const verify = (file: string) =>
  run(path.resolve('node_modules/.bin/node'), [programFile, 'verify-evidence', file]).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      said: error.stdout + error.stderr,
    }),
  );

describe('evidence', () => {
  it('is collected when the report begins, with a picture of the screen that somebody adds', async () => {
    const { evidence, state } = await readReport();
    expect(state).toBe('collected');
    expect(evidence).toMatchObject([{ isThere: true }]);
    const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
    const send = (body: Buffer) =>
      company.as(`${report}/files?name=schermo.png`, { method: 'POST', body: new Uint8Array(body) });
    expect((await send(png)).status).toBe(201);
    expect((await send(Buffer.from('<html><script>1</script></html>'))).status).toBe(415);
    expect((await send(Buffer.alloc(10_000_001, 'a'))).status).toBe(413);
  });

  it('reads by itself and checks with one command', async () => {
    const file = await take('prima.zip');
    const archive = readArchive(fs.readFileSync(file));
    const page = archive?.entries.find((entry) => entry.path === 'leggimi.html');
    expect(page && archive?.open(page)?.toString()).toContain(WORDS);
    const { code, said } = await verify(file);
    expect(said).toContain('di Trattoria Valdorsa è intero');
    expect(code).toBe(0);
  });

  it('outlives the erasure of its author, and says so; what is looked for again is found gone', async () => {
    const erased = await company.json<{ what: { mentions: number; evidence: number } }>(
      'POST',
      `${home(company)}/erasures`,
      { authorIds: [authorId] },
    );
    expect(erased.what).toMatchObject({ mentions: 1, evidence: 1 });
    await test.house.settled();
    expect((await company.as(`${home(company)}/mentions?q=topo`)).status).toBe(200);
    const { rows } = await inside((tx) =>
      tx.execute(sql`select from mentions where id = ${mentionId} and body <> ''`),
    );
    expect(rows).toHaveLength(0);
    const { evidence } = await readReport();
    expect(evidence).toHaveLength(1);
    const kept = await company.json<{ body: string }>('GET', `${report}/evidence/${evidence[0]?.id}`);
    expect(kept.body).toBe(WORDS);
    const file = await take('dopo.zip');
    expect((await verify(file)).code).toBe(0);
  });

  it('shows a file that was tampered with, by name', async () => {
    const file = await take('toccato.zip');
    const bytes = fs.readFileSync(file);
    const name = bytes.indexOf('prove/1.json');
    bytes.writeUInt8((bytes.readUInt8(name + 40) + 1) % 256, name + 40);
    fs.writeFileSync(file, bytes);
    const { code, said } = await verify(file);
    expect(code).not.toBe(0);
    expect(said).toContain('prove/1.json');
    expect((await verify(path.join(folder, 'nessuno.zip'))).said).toContain('non c’è');
  });

  it('is opened only by who may, and every look is written down', async () => {
    const author = await colleague(test, company, 'Pia Conti', ['author']);
    for (const where of ['', '/pack', `/evidence/${(await readReport()).evidence[0]?.id}`])
      expect((await author.as(report + where)).status).toBe(403);
    const log = await (await company.as(`${home(company)}/audit`)).text();
    expect(log).toContain('evidence.read');
    expect(log).toContain('evidence.taken');
    expect(log).not.toContain('topo');
  });
});

describe('the path of a report', () => {
  const step = async (body: Record<string, unknown>) =>
    company.as(`${report}/steps`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version: (await readReport()).version, ...body }),
    });

  it('tells a review that came after the days of the law, in the notice too', async () => {
    const { version, notice } = await readReport();
    expect(notice.it).toContain('[indirizzo esatto del contenuto]');
    await company.json('PATCH', report, {
      version,
      visitedOn: '2026-01-02',
      url: 'https://www.tripadvisor.it/r1',
      platform: 'tripadvisor',
      reasons: 'Quel giorno eravamo chiusi.',
    });
    const after = await readReport();
    expect(after.finding.kind).toBe('too-late');
    for (const words of ['https://www.tripadvisor.it/r1', 'Quel giorno eravamo chiusi.', 'buona fede'])
      expect(after.notice.it).toContain(words);
    expect(after.notice.en).toContain('good faith');
  });

  it('goes from state to state, refuses what cannot be, and tells the second of two people', async () => {
    expect((await step({ step: 'hear-removed' })).status).toBe(422);
    expect((await step({ step: 'report', at: '2099-01-01T00:00:00Z' })).status).toBe(422);
    expect((await step({ step: 'report', note: 'Numero 12' })).status).toBe(204);
    expect((await step({ step: 'report', version: 1 })).status).toBe(409);
    expect((await readReport()).deadlines.map(({ kind }) => kind)).toContain('remind');
    expect((await step({ step: 'hear-refused' })).status).toBe(204);
    expect((await readReport()).deadlines.map(({ kind }) => kind)).toContain('appeal');
    expect((await step({ step: 'escalate' })).status).toBe(422);
    expect((await step({ step: 'escalate', escalatedTo: 'agcom' })).status).toBe(204);
    expect((await step({ step: 'end' })).status).toBe(204);
    const { figures } = await company.json<{ figures: object }>('GET', `${home(company)}/protection/reports`);
    expect(figures).toMatchObject({ collected: 1, reported: 1, refused: 1, escalated: 1, removed: 0 });
  });

  it('is forgotten with its evidence when its time is over, and not before', async () => {
    const { platform } = test.house;
    const at = (time: string) => ({ ...platform, clock: { now: () => new Date(time) } });
    expect(await sweepReports(at('2030-01-01T00:00:00Z'))).toBe(0);
    expect(await sweepReports(at('2032-01-01T00:00:00Z'))).toBe(1);
    expect((await company.as(report)).status).toBe(404);
    const { rows } = await inside((tx) =>
      tx.execute(sql`select from evidence union all select from evidence_files`),
    );
    expect(rows).toHaveLength(0);
  });
});
