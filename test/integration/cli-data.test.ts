import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCompany } from '../../src/people/index.ts';
import { connectDatabase } from '../../src/platform/db/database.ts';
import { startPostgres } from '../../src/platform/db/postgres-server.ts';
import { newId } from '../../src/platform/ids.ts';
import { silentLog } from '../../src/platform/log.ts';
import { expectOk } from '../../src/platform/result.ts';
import { createSealer, loadOrCreateKeys } from '../../src/platform/secrets/index.ts';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.ts';
import { type Person, setUp } from '../peers/kill/person.ts';
import { createProgram, type Program } from '../peers/kill/program.ts';
import { digestsOf, folderFor, passaparola } from './cli-kit.ts';

const folder = folderFor('cli');
const file = path.join(folder, 'copia.jsonl.gz');
const SECRET = 'parola-della-casella';
const connectionId = newId();

let program: Program;
let person: Person;
let address: pg.ClientConfig;
let environment: Record<string, string>;
beforeAll(async () => {
  program = await createProgram({ dataDir: path.join(folder, 'casa') });
  program.spawn();
  await program.ready();
  person = await setUp(program);
  environment = { PASSAPAROLA_DATA: program.dataDir };
  address = {
    host: path.join(program.dataDir, 'postgres'),
    port: 5432,
    user: 'passaparola',
    database: 'passaparola',
  };
  await furnish();
}, 120_000);
afterAll(() => program?.stop());

/** Two companies; words that try what a file of lines can carry; a sealed secret. */
const furnish = async (): Promise<void> => {
  const home = `/api/workspaces/${person.workspaceId}`;
  for (const text of [
    'Perché no? «Sì»\nè così \u2028 e così \u2029 via 🍇',
    '\\u0000 "a":\\n',
    'x'.repeat(49_000),
  ])
    await person.expectDone('POST', `${home}/by-hand`, { form: 'call', who: { name: 'Anna Òrso' }, text });
  await person
    .expectDone('POST', `${home}/watches`, { name: 'Noi', terms: ['cantina rocca'] })
    .catch(() => 0);
  const sealer = createSealer(expectOk(loadOrCreateKeys(path.join(program.dataDir, 'secret.key'))));
  const sealed = sealer.seal(SECRET, `connection:${person.workspaceId}:${connectionId}`);
  await query(
    `insert into connections (workspace_id, id, channel, name, settings, secrets, state, cursor, created_at)
      values ($1, $2, 'mail', 'Posta', '{"address":"a@b.example"}', $3, 'paused', '{"folders":{}}', now())`,
    [person.workspaceId, connectionId, sealed],
  );
  const database = connectDatabase(address, { poolSize: 1 });
  const other = { name: 'Piero', email: 'piero@altrove.example', password: 'una parola molto lunga' };
  await database.asInstallation((tx) => createCompany(tx, { company: 'Altrove', person: other }, new Date()));
  await database.close();
};

const query = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => {
  const client = new pg.Client(address);
  await client.connect();
  try {
    await client.query("select set_config('passaparola.workspace', '*', false)");
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
};

describe('while the program works', { timeout: 90_000 }, () => {
  it('doctor finds everything in order and shows no secret', async () => {
    const { code, out, error } = await passaparola(['doctor'], {
      ...environment,
      PASSAPAROLA_METRICS_TOKEN: 'gettone-segretissimo-lungo',
    });
    expect({ error, wrong: out.match(/✗.*/g)?.filter((line) => !line.includes('Pagine')) ?? [] }).toEqual({
      error: '',
      wrong: [],
    });
    expect(out).toContain(`processo ${program.pid}`);
    expect(out).toContain('risponde, PostgreSQL');
    expect(out).not.toContain('segretissimo');
    expect(code).toBe(out.includes('✗') ? 1 : 0);
  });

  it('a second start on the same data says who holds it, and stops', async () => {
    const { code, error } = await passaparola(['start'], { ...environment, PASSAPAROLA_PORT: '0' });
    expect(code).toBe(1);
    expect(error).toContain(String(program.pid));
    expect(error).toContain(program.url);
    expect(error).not.toMatch(/at .*\.ts:\d+/);
  });

  it('migrate has nothing to do and says so', async () => {
    expect(await passaparola(['migrate'], environment)).toEqual({
      code: 0,
      out: 'La base dati è aggiornata.\n',
      error: '',
    });
  });

  it('export writes all that is of one company, and nothing that opens doors', async () => {
    const { code, out, error } = await passaparola(['export', '--workspace', person.slug], environment);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const lines = out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    const kinds = new Set(lines.map(({ kind }) => kind));
    for (const kind of ['mentions', 'authors', 'threads', 'connections', 'memberships', 'audit_entries'])
      expect(kinds).toContain(kind);
    expect(lines.filter(({ kind }) => kind === 'mentions')).toHaveLength(3);
    expect(new Set(lines.map((line) => line.workspace_id))).toEqual(new Set([person.workspaceId]));
    expect(out).not.toMatch(/"(secrets|password|secret_hash|token|sealed)"/);
    const hashes = await query<{ password: string }>(
      'select password from accounts where password is not null',
    );
    for (const { password } of hashes) expect(out).not.toContain(password);
    expect(hashes).toHaveLength(2);
    expect((await passaparola(['export', '--workspace', person.workspaceId], environment)).out).toBe(out);
  });

  it('export of a company that is not there names those that are', async () => {
    const { code, out, error } = await passaparola(['export', '--workspace', 'nessuna'], environment);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toContain(`Non c’è un’azienda «nessuna». Ci sono: altrove, ${person.slug}.`);
  });

  it('password gives a new one that opens, and the old one no longer does', async () => {
    const { code, out } = await passaparola(['password', 'piero@altrove.example'], environment);
    expect(code).toBe(0);
    const password = /password nuova è (\S+)/.exec(out)?.[1] ?? '';
    const enter = (word: string) =>
      fetch(`${program.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: program.url },
        body: JSON.stringify({ email: 'piero@altrove.example', password: word }),
      });
    expect((await enter(password)).status).toBe(200);
    expect((await enter('una parola molto lunga')).status).toBe(401);
    const unknown = await passaparola(['password', 'nessuno@altrove.example'], environment);
    expect(unknown).toMatchObject({ code: 1, error: 'Nessuno entra con nessuno@altrove.example.\n' });
  });

  it('backup with the key, and restore elsewhere: the same rows, and the secrets open', async () => {
    const before = await digestsOf(address);
    const made = await passaparola(['backup', file, '--with-key'], environment);
    expect(made).toMatchObject({ code: 0, error: '' });
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    const again = await passaparola(['backup', file], environment);
    expect(again).toMatchObject({ code: 1, error: expect.stringContaining('esiste già') });
    const elsewhere = path.join(folder, 'altrove');
    const restored = await passaparola(['restore', file], { PASSAPAROLA_DATA: elsewhere });
    expect(restored).toMatchObject({ code: 0, error: '' });
    const server = expectOk(await startPostgres({ dataDir: elsewhere, log: silentLog }));
    try {
      expect(await digestsOf({ ...server.connection })).toEqual(before);
      expect(before.mentions).toMatch(/^3 /);
    } finally {
      await server.stop();
    }
    const key = path.join(elsewhere, 'secret.key');
    expect(fs.statSync(key).mode & 0o777).toBe(0o600);
    const [row] = await query<{ secrets: string }>(
      'select secrets from connections where secrets is not null',
    );
    const opened = createSealer(expectOk(loadOrCreateKeys(key))).open(
      row?.secrets ?? '',
      `connection:${person.workspaceId}:${connectionId}`,
    );
    expect(expectOk(opened)).toBe(SECRET);
    const inhabited = await passaparola(['restore', file], { PASSAPAROLA_DATA: elsewhere });
    expect(inhabited).toMatchObject({ code: 1, error: expect.stringContaining('c’è già un’azienda') });
  });
});

describe('restore changes nothing', { timeout: 60_000 }, () => {
  let empty: TestDatabase;
  beforeAll(async () => {
    empty = await createTestDatabase();
  });
  afterAll(() => empty?.drop());

  const restoring = async (name: string, bytes: Buffer, dataDir = path.join(folder, name)) => {
    const damaged = path.join(folder, `${name}.gz`);
    fs.writeFileSync(damaged, bytes);
    const { host = '', port, user, database } = empty.address;
    const url = `postgresql://${user}@${encodeURIComponent(host)}:${port}/${database}`;
    const said = await passaparola(['restore', damaged], { DATABASE_URL: url, PASSAPAROLA_DATA: dataDir });
    const digests = await digestsOf(empty.address);
    return { ...said, rows: Object.values(digests).filter((digest) => !digest.startsWith('0 ')) };
  };
  const whole = () => gunzipSync(fs.readFileSync(file)).toString();
  const nothingKept = { code: 1, rows: [] };

  it('when the file is cut', async () => {
    const bytes = fs.readFileSync(file);
    const cut = await restoring('cut', bytes.subarray(0, bytes.length - 40));
    expect(cut).toMatchObject({ ...nothingKept, error: expect.stringContaining('Non ho cambiato niente') });
    const lines = whole().trimEnd().split('\n');
    const short = await restoring('short', gzipSync(`${lines.slice(0, -1).join('\n')}\n`));
    expect(short).toMatchObject({ ...nothingKept, error: expect.stringContaining('manca la fine') });
  });

  it('when a letter was altered', async () => {
    const altered = await restoring('altered', gzipSync(whole().replace('Anna Òrso', 'Anna Örso')));
    expect(altered).toMatchObject({ ...nothingKept, error: expect.stringContaining('somma di controllo') });
    const bytes = Buffer.from(fs.readFileSync(file));
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    const flipped = await restoring('flipped', bytes);
    expect(flipped).toMatchObject({
      ...nothingKept,
      error: expect.stringContaining('Non ho cambiato niente'),
    });
  });

  it('when it comes from another version', async () => {
    const lines = whole().trimEnd().split('\n');
    const [head = '{}', ...others] = lines.slice(0, -1);
    const body = [JSON.stringify({ ...JSON.parse(head), schema: 'altro' }), ...others].join('\n');
    const sha256 = createHash('sha256').update(`${body}\n`).digest('hex');
    const other = `${body}\n${JSON.stringify({ end: true, counts: {}, sha256 })}\n`;
    const said = await restoring('other', gzipSync(other));
    expect(said).toMatchObject({ ...nothingKept, error: expect.stringContaining('altra versione') });
  });

  it('when another key lies in its place', async () => {
    const dataDir = path.join(folder, 'own-key');
    fs.mkdirSync(dataDir);
    fs.writeFileSync(path.join(dataDir, 'secret.key'), 'altra\n', { mode: 0o600 });
    const said = await restoring('own', fs.readFileSync(file), dataDir);
    expect(said).toMatchObject({ ...nothingKept, error: expect.stringContaining('un’altra chiave') });
    expect(fs.readFileSync(path.join(dataDir, 'secret.key'), 'utf8')).toBe('altra\n');
  });

  it('when it is no copy at all', async () => {
    const said = await restoring('none', Buffer.from('ciao'));
    expect(said).toMatchObject({ ...nothingKept, error: expect.stringContaining('non è una copia') });
  });
});

describe('doctor', () => {
  it('names what is wrong, and ends with an error', async () => {
    const key = path.join(folder, 'open.key');
    fs.writeFileSync(key, 'x', { mode: 0o644 });
    fs.writeFileSync(path.join(folder, 'plain'), '');
    const { code, out } = await passaparola(['doctor'], {
      PASSAPAROLA_DATA: path.join(folder, 'plain'),
      PASSAPAROLA_KEY_FILE: key,
      PASSAPAROLA_PORT: new URL(program.url).port,
      DATABASE_URL: 'postgresql://nobody:segretissima@127.0.0.1:1/niente',
    });
    expect(code).toBe(1);
    for (const fault of ['Cartella dei dati', 'Chiave dei segreti', 'Porta', 'Database esterno'])
      expect(out).toMatch(new RegExp(`✗ ${fault}`));
    expect(out).toContain(`chmod 600 ${key}`);
    expect(out).not.toContain('segretissima');
  });

  it('says what is wrong with a variable, and checks what it can', async () => {
    const { code, out } = await passaparola(['doctor'], { PASSAPAROLA_PORT: 'ottanta' });
    expect(code).toBe(1);
    expect(out).toMatch(/PASSAPAROLA_PORT = ottanta[\s\S]*✗/);
    expect(out).toContain('✓ Node');
  });
});
