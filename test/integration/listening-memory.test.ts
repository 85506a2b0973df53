import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherAllWords } from '../../src/listening/actions/gather-words.ts';
import { ingest, sweepOldContent } from '../../src/listening/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { plainChannel, rawOf, saying } from './listening-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

const bluesky = plainChannel({ id: 'bluesky' });
const heardAt = new Date('2026-11-21T08:00:00Z');

/** A company with a connection that nobody receives for. */
const open = async (name: string) => {
  const company = await test.company(name);
  const connectionId = newId();
  const { platform } = test.house;
  const rows = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<Row[]> =>
    (await platform.database.inWorkspace(company.workspaceId, (tx) => tx.execute<Row>(query)))
      .rows as unknown as Row[];
  await rows(sql`insert into connections (workspace_id, id, channel, name, settings, state)
    values (${company.workspaceId}, ${connectionId}, 'bluesky', 'Prova', '{}', 'paused')`);
  const hear = async (
    items: Parameters<typeof ingest>[1]['items'],
    receivedAt = heardAt,
    channel = bluesky,
  ) => {
    await ingest(platform, { workspaceId: company.workspaceId, connectionId, channel, items, receivedAt });
    await test.house.settled();
  };
  const home = `/api/workspaces/${company.workspaceId}`;
  const get = <Body>(path: string) => company.json<Body>('GET', `${home}${path}`);
  return { company, connectionId, rows, hear, home, get };
};
type House = Awaited<ReturnType<typeof open>>;

const anna = { nativeId: 'did:plc:anna', name: 'Anna Zanzottera', handle: 'anna.example.org' };
const luca = { nativeId: 'did:plc:luca', name: 'Luca', handle: 'luca.example.org' };

const idOf = async ({ rows }: House, nativeId: string): Promise<string> => {
  const [row] = await rows<{ id: string }>(sql`select id from mentions where native_id = ${nativeId}`);
  return row?.id ?? '';
};

/** Every table of the company in which any row holds these words. */
const tablesWith = async ({ rows, company }: House, words: string): Promise<string[]> => {
  const tables = await rows<{ name: string }>(sql`
    select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'workspace_id' order by 1`);
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await rows<{ held: boolean }>(sql`
      select exists (select from ${sql.raw(name)} t where t.workspace_id = ${company.workspaceId} and t::text ilike ${`%${words}%`}) as held`);
    if (row?.held) found.push(name);
  }
  return found;
};

describe('the history of a mention', () => {
  it('tells where it came from and how it read before it was edited', async () => {
    const house = await open('Versioni');
    await house.hear([saying({ nativeId: 'a', revision: '1', text: 'Il vino è cattivo' })]);
    await house.hear([
      saying({
        nativeId: 'a',
        revision: '2',
        text: 'Il vino è cattivo? No, era il tappo',
        editedAt: '2026-11-20T12:00:00Z',
      }),
    ]);
    const history = await house.get(`/mentions/${await idOf(house, 'a')}/history`);
    expect(history).toMatchObject({
      versions: [{ revision: '1', body: 'Il vino è cattivo', replacedAt: '2026-11-20T12:00:00.000Z' }],
      connection: { channel: 'bluesky', name: 'Prova' },
      nativeId: 'a',
      revision: '2',
      editedAt: '2026-11-20T12:00:00.000Z',
      removed: null,
      original: 'kept',
      wordsGoneBecause: null,
    });
  });

  it('keeps that something was said when its author takes it back, and none of its words or versions', async () => {
    const house = await open('Lapidi');
    await house.hear([saying({ nativeId: 'a', revision: '1', text: 'Parola impronunciabile' })]);
    await house.hear([
      saying({
        nativeId: 'a',
        revision: '2',
        text: 'Parola impronunciabile, corretta',
        editedAt: '2026-11-20T12:00:00Z',
      }),
    ]);
    await house.hear([rawOf({ kind: 'removed', nativeId: 'a', removedAt: '2026-11-20T13:00:00.000Z' })]);
    const history = await house.get(`/mentions/${await idOf(house, 'a')}/history`);
    expect(history).toMatchObject({
      versions: [],
      removed: { at: '2026-11-20T13:00:00.000Z', toldAt: heardAt.toISOString() },
      original: 'gone',
      wordsGoneBecause: 'taken-back',
      contentHash: '',
    });
    expect(await tablesWith(house, 'impronunciabile')).toEqual([]);
  });
});

describe('how long things are kept', () => {
  it('is what the company decides: originals for days, overheard words for months, what was said to it for as long as it likes', async () => {
    const house = await open('Tempi');
    await house.hear(
      [
        saying({ nativeId: 'about', text: 'Si parla di loro' }),
        saying({ nativeId: 'to', text: 'Si parla con loro' }),
      ],
      heardAt,
      plainChannel({ id: 'bluesky' }),
    );
    await house.rows(sql`update mentions set addressed = false where native_id = 'about'`);
    const later = (days: number) => new Date(heardAt.getTime() + days * 86_400_000);
    const bodies = () => house.rows(sql`select native_id, body from mentions order by 1`);
    const originals = () => house.rows(sql`select 1 from raw_items where body <> ''`);
    await sweepOldContent(test.house.platform.database, later(29), []);
    expect(await originals()).toHaveLength(2);
    await sweepOldContent(test.house.platform.database, later(31), []);
    expect(await originals()).toHaveLength(0);
    await company(house).json('PUT', `${house.home}/retention`, {
      rawDays: 7,
      overheardMonths: 3,
      addressedMonths: null,
      noticeContact: '',
    });
    await sweepOldContent(test.house.platform.database, later(80), []);
    expect(await bodies()).toMatchObject([{ body: 'Si parla di loro' }, { body: 'Si parla con loro' }]);
    await sweepOldContent(test.house.platform.database, later(100), []);
    expect(await bodies()).toMatchObject([{ body: '' }, { body: 'Si parla con loro' }]);
    const history = await house.get(`/mentions/${await idOf(house, 'about')}/history`);
    expect(history).toMatchObject({ wordsGoneBecause: 'time-over', removed: null });
  });
});

const company = (house: House): TestCompany => house.company;

describe('an erasure by request', () => {
  const fill = async (name: string) => {
    const house = await open(name);
    await house.hear([
      saying({ nativeId: 'at://did:plc:anna/1', author: anna, text: 'La bottiglia sapeva di zanzottera' }),
      saying({
        nativeId: 'luca-1',
        author: luca,
        text: 'Anche a me',
        quoted: 'La bottiglia sapeva di zanzottera',
        parentNativeId: 'at://did:plc:anna/1',
      }),
    ]);
    await house.hear([
      saying({
        nativeId: 'at://did:plc:anna/1',
        revision: '2',
        author: anna,
        text: 'Sapeva di zanzottera marcia',
        editedAt: '2026-11-20T12:00:00Z',
      }),
    ]);
    await gatherAllWords(test.house.platform, heardAt);
    return house;
  };

  it('takes a person out of everything that was heard, whatever table it stands in, and says so in numbers', async () => {
    const house = await fill('Cancellata');
    expect((await tablesWith(house, 'zanzottera')).length).toBeGreaterThan(3);
    const receipt = await company(house).json<{ what: Record<string, number> }>(
      'POST',
      `${house.home}/erasures`,
      {
        accounts: ['@Anna.Example.org'],
      },
    );
    await test.house.settled();
    expect(receipt.what).toMatchObject({ accounts: 1, mentions: 1, raw: 2, versions: 1, quotes: 1 });
    expect(JSON.stringify(receipt)).not.toMatch(/anna|zanzottera/i);
    expect(await tablesWith(house, 'zanzottera')).toEqual([]);
    expect(await tablesWith(house, 'did:plc:anna')).toEqual([]);
    expect(await tablesWith(house, 'anna.example')).toEqual([]);
    expect(await house.rows(sql`select body from mentions`)).toEqual([{ body: 'Anche a me' }]);
  });

  it('holds on any channel: heard anew they are not kept, others are', async () => {
    const house = await fill('Resta fuori');
    await company(house).json('POST', `${house.home}/erasures`, { accounts: ['anna.example.org'] });
    const elsewhere = plainChannel({ id: 'fediverse' });
    await house.hear([saying({ nativeId: 'n1', author: anna, text: 'Eccomi di nuovo' })]);
    await house.hear(
      [
        saying({
          nativeId: 'n2',
          author: { nativeId: 'acct:1', name: 'A.', url: 'https://anna.example.org/' },
          text: 'Eccomi altrove',
        }),
        saying({ nativeId: 'n3', author: luca, text: 'Io ci sono' }),
      ],
      heardAt,
      elsewhere,
    );
    expect(await house.rows(sql`select native_id from mentions where native_id like 'n%'`)).toEqual([
      { native_id: 'n3' },
    ]);
    expect(await tablesWith(house, 'Eccomi')).toEqual([]);
  });

  it('lets through what they write to us in private afterwards, and nothing that was private before', async () => {
    const house = await fill('Lettere');
    await company(house).json('POST', `${house.home}/erasures`, { accounts: ['anna.example.org'] });
    const letter = (nativeId: string, saidAt: string) =>
      saying({ nativeId, author: anna, visibility: 'direct', text: 'Vorrei ordinare', saidAt });
    const tomorrow = new Date(Date.now() + 86_400_000);
    await house.hear(
      [letter('old', '2026-11-20T10:00:00Z'), letter('new', tomorrow.toISOString())],
      tomorrow,
    );
    expect(await house.rows(sql`select native_id from mentions where visibility = 'direct'`)).toEqual([
      { native_id: 'new' },
    ]);
  });

  it('refuses a name that does not say whose it is: there are many of that name', async () => {
    const house = await fill('Omonimi');
    const response = await company(house).as(`${house.home}/erasures`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ accounts: ['Anna Zanzottera'] }),
    });
    expect(response.status).toBe(400);
    expect(await tablesWith(house, 'zanzottera')).toContain('mentions');
  });
});

describe('the public notice', () => {
  it('tells anybody, without signing in, what is collected from where, why and how long', async () => {
    const house = await open('Cantina Pubblica');
    await company(house).json('POST', `${house.home}/watches`, {
      name: 'Il nostro nome',
      terms: ['Pubblica'],
      except: [],
      purpose: 'Sapere che cosa si dice del nostro vino',
    });
    const response = await fetch(`${test.url}/api/notices/${company(house).slug}`);
    expect(response.status).toBe(200);
    const notice = await response.json();
    expect(notice).toMatchObject({
      company: 'Cantina Pubblica',
      reasons: [{ why: 'Sapere che cosa si dice del nostro vino' }],
      rawDays: 30,
      overheardMonths: 24,
    });
    expect(JSON.stringify(notice)).not.toContain('Il nostro nome');
    expect((await fetch(`${test.url}/api/notices/nessuno`)).status).toBe(404);
  });

  it('takes requests, few an hour from one place; a closed one says nothing more of who asked', async () => {
    const house = await open('Richieste');
    const ask = () =>
      fetch(`${test.url}/api/notices/${company(house).slug}/requests`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: test.url },
        body: JSON.stringify({
          kind: 'erase',
          accounts: '@anna.example.org',
          contact: 'anna@example.org',
          language: 'it',
        }),
      });
    const answers = [];
    for (let turn = 0; turn < 7; turn += 1) answers.push((await ask()).status);
    expect(answers).toEqual([201, 201, 201, 201, 201, 429, 429]);
    const { requests } = await house.get<{ requests: { id: string; accounts: string }[] }>(
      '/privacy-requests',
    );
    expect(requests).toHaveLength(5);
    const [first, second] = requests;
    await company(house).json('POST', `${house.home}/erasures`, {
      accounts: ['@anna.example.org'],
      requestId: first?.id,
    });
    expect(
      (
        await company(house).as(`${house.home}/privacy-requests/${second?.id}/closing`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"state":"refused"}',
        })
      ).status,
    ).toBe(204);
    const after = await house.get<{ requests: Record<string, unknown>[] }>('/privacy-requests');
    expect(after.requests.find(({ id }) => id === first?.id)).toMatchObject({
      state: 'done',
      accounts: null,
      contact: null,
      receipt: { mentions: 0 },
    });
    expect(after.requests.find(({ id }) => id === second?.id)).toMatchObject({
      state: 'refused',
      accounts: null,
      contact: null,
    });
  });
});

describe('taking what was heard elsewhere', () => {
  it('is a file of lines, a table or a page, without what its channel keeps here', async () => {
    const house = await open('Esporta');
    await house.hear([
      saying({ nativeId: 'a', text: '=1+1 <b>grassetto</b>' }),
      saying({ nativeId: 'b', text: 'Seconda' }),
    ]);
    await house.rows(sql`update mentions set channel = 'plain' where native_id = 'b'`);
    const file = async (format: string) => {
      const response = await company(house).as(`${house.home}/mentions-export?format=${format}`);
      return { type: response.headers.get('content-type'), text: await response.text() };
    };
    const lines = await file('jsonl');
    expect(
      lines.text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ nativeId: 'a' }]);
    expect((await file('csv')).text).toContain("'=1+1");
    const page = await file('html');
    expect(page.type).toContain('text/html');
    expect(page.text).toContain('&lt;b&gt;grassetto');
    expect(page.text).toContain('Un’altra non c’è');
    expect((await company(house).as(`${house.home}/mentions-export?format=doc`)).status).toBe(400);
  });
});
