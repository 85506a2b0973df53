import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../src/listening/index.ts';
import type { Role } from '../../src/people/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { plainChannel, rawOf, saying } from './listening-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

type Reading = {
  polarity: string;
  intents: string[];
  needsReply: boolean;
  unsure: boolean;
  aspects: { aspect: string; polarity: string }[];
  evidence: { head: string; start: number; end: number }[];
  corrected: { personId: string; name: string } | null;
};
type Mention = { id: string; nativeId: string; body: string; reading: Reading | null };
type Thread = { id: string; preview: string; reading: Pick<Reading, 'polarity' | 'intents'> | null };
type Entry = {
  id: string;
  mentionId: string;
  excerpt: string;
  personName: string;
  before: Partial<Reading>;
  after: Partial<Reading>;
  confirmed: boolean;
  heldBack: boolean;
  withdrawn: { byName: string } | null;
};

/** A company with a connection that nobody receives for, and its ways in. */
const open = async (name: string) => {
  const company = await test.company(name);
  const { workspaceId } = company;
  const connectionId = newId();
  const { platform } = test.house;
  await platform.database.inWorkspace(workspaceId, (tx) =>
    tx.execute(`insert into connections (workspace_id, id, channel, name, settings, state)
      values ('${workspaceId}', '${connectionId}', 'plain', 'Prova', '{}', 'paused')`),
  );
  const home = `/api/workspaces/${workspaceId}`;
  const take = async (items: Parameters<typeof ingest>[1]['items']) => {
    await ingest(platform, {
      workspaceId,
      connectionId,
      channel: plainChannel(),
      items,
      receivedAt: new Date(),
      read: test.house.reader.read,
    });
    await test.house.settled();
  };
  let minute = 0;
  /** Each in a conversation of its own, said a minute after the one before. */
  const hear = (
    ...texts: readonly (string | { text: string; title?: string; ours?: boolean; automatic?: 'list' })[]
  ) =>
    take(
      texts.map((each) => {
        minute += 1;
        return saying({
          nativeId: `n${minute}`,
          saidAt: new Date(Date.now() - 3_600_000 + minute * 1_000).toISOString(),
          ...(typeof each === 'string' ? { text: each } : each),
        });
      }),
    );
  const list = async (query = '') =>
    (await company.json<{ mentions: Mention[] }>('GET', `${home}/mentions?${query}`)).mentions;
  const find = async (words: string): Promise<Mention> => {
    const found = (await list()).find(({ body }) => body.includes(words));
    if (!found) throw new Error(`nobody said: ${words}`);
    return found;
  };
  const threads = async (query = '') =>
    (await company.json<{ threads: Thread[] }>('GET', `${home}/threads?${query}`)).threads;
  const correct = (id: string, said: unknown) =>
    company.json<{ mention: Mention; correctionId: string }>(
      'POST',
      `${home}/mentions/${id}/correction`,
      said,
    );
  const learning = () =>
    company.json<{
      corrections: { total: number; active: number; heldBack: number };
      layer: { size: number } | null;
      figures: { count: number; before: { agreement: number }; after: { agreement: number } } | null;
    }>('GET', `${home}/learning`);
  const log = async () =>
    (await company.json<{ corrections: Entry[] }>('GET', `${home}/corrections`)).corrections;
  return { company, home, take, hear, list, find, threads, correct, learning, log };
};

const status = async (
  company: TestCompany,
  method: string,
  path: string,
  sent?: unknown,
  language = 'it',
) => {
  const response = await company.as(path, {
    method,
    headers: { 'content-type': 'application/json', 'accept-language': language },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  return { status: response.status, body: (await response.json().catch(() => null)) as never };
};

const broken = 'Il pacco è arrivato rotto e nessuno risponde: quando mi rimborsate?';
const lovely = 'Buonissimo il vostro Rosso, complimenti a tutti!';

describe('what is heard', () => {
  it('has its reading from the moment it is there, with evidence in its own words', async () => {
    const { hear, find } = await open('Legge');
    await hear(broken, lovely);
    const { body, reading } = await find('pacco');
    expect(reading).toMatchObject({ polarity: 'neg', needsReply: true, corrected: null });
    expect(reading?.intents).toContain('complaint');
    const shown = reading?.evidence.map(({ start, end }) => body.slice(start, end)).join(' ');
    expect(shown).toContain('rotto');
    expect((await find('Rosso')).reading).toMatchObject({ polarity: 'pos', needsReply: false });
  });

  it('is read with its title, while the evidence points into the body', async () => {
    const { hear, find } = await open('Titoli');
    await hear({ title: 'Reclamo: pessimo servizio', text: 'Come da oggetto, sono molto deluso.' });
    const { body, reading } = await find('oggetto');
    expect(reading?.polarity).toBe('neg');
    for (const { start, end } of reading?.evidence ?? []) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(body.length);
    }
  });

  it('is not judged when we said it, or a machine did', async () => {
    const { hear, find } = await open('Nostri');
    await hear({ text: 'Grazie mille a tutti, siete splendidi!', ours: true });
    await hear({ text: 'Offerta imperdibile, comprate subito!', automatic: 'list' });
    expect((await find('splendidi')).reading).toBeNull();
    expect((await find('imperdibile')).reading).toBeNull();
  });

  it('is read anew when its author edits it, and not at all once it is taken back', async () => {
    const { take, find, list, threads } = await open('Modifiche');
    await take([saying({ text: lovely })]);
    await take([saying({ text: broken, revision: '2', editedAt: new Date().toISOString() })]);
    expect((await find('pacco')).reading?.polarity).toBe('neg');
    expect((await threads())[0]?.reading?.polarity).toBe('neg');
    expect(await list('polarity=pos')).toEqual([]);
    await take([rawOf({ kind: 'removed', nativeId: 'native-1' })]);
    expect((await list())[0]?.reading).toBeNull();
    expect(await list('polarity=neg')).toEqual([]);
    expect((await threads())[0]?.reading ?? null).toBeNull();
  });
});

describe('the filters', () => {
  it('narrow mentions by what they say, all that is asked together, page by page', async () => {
    const { company, home, hear, list } = await open('Filtri');
    await hear(
      broken,
      lovely,
      'Pessimo servizio: il corriere ha rotto tutto e voglio il rimborso, quando arriva?',
      'Siete aperti domenica?',
    );
    const bodies = async (query: string) =>
      (await list(query)).map(({ body }) => body.split(' ').slice(0, 3).join(' '));
    expect(await bodies('polarity=neg')).toEqual(['Pessimo servizio: il', 'Il pacco è']);
    expect(await bodies('intent=complaint&polarity=neg')).toEqual(['Pessimo servizio: il', 'Il pacco è']);
    expect(await bodies('intent=question')).toContain('Siete aperti domenica?');
    expect(await bodies('aspect=delivery&polarity=neg&channel=plain')).toContain('Il pacco è');
    expect(await bodies('aspect=delivery&channel=mail')).toEqual([]);
    expect(await bodies('q=rimborso&polarity=neg&needsReply=true')).toContain('Pessimo servizio: il');
    expect(await bodies('q=rimborso&polarity=pos')).toEqual([]);
    const first = await company.json<{ mentions: Mention[]; next: string }>(
      'GET',
      `${home}/mentions?polarity=neg&limit=1`,
    );
    expect(first.mentions).toHaveLength(1);
    expect(await bodies(`polarity=neg&limit=1&before=${first.next}`)).toEqual(['Il pacco è']);
    expect((await status(company, 'GET', `${home}/mentions?polarity=bello`)).status).toBe(400);
  });

  it('narrow conversations by what the others said last', async () => {
    const { company, home, hear, threads } = await open('Conversazioni');
    await hear(broken, lovely, 'Siete aperti domenica?');
    const previews = async (query: string) =>
      (await threads(query)).map(({ preview }) => preview.slice(0, 8));
    expect(await previews('polarity=neg')).toEqual(['Il pacco']);
    expect(await previews('polarity=pos')).toEqual(['Buonissi']);
    expect(await previews('intent=complaint&needsReply=true&view=waiting')).toEqual(['Il pacco']);
    expect(await previews('intent=question')).toContain('Siete ap');
    expect(await previews('intent=spam')).toEqual([]);
    expect(await previews('polarity=neg&q=Buonissimo')).toEqual([]);
    expect(await previews('aspect=delivery')).toEqual(['Il pacco']);
    expect(await previews('aspect=delivery&polarity=pos')).toEqual([]);
    expect(await previews('aspect=niente')).toEqual([]);
    const all = { view: 'all', aspect: 'delivery', needsReply: true };
    const bulk = await company.json<{ total: number }>('POST', `${home}/bulk`, {
      wish: { kind: 'read' },
      all,
    });
    expect(bulk.total).toBe(1);
    expect((await threads('polarity=neg'))[0]?.reading).toMatchObject({ polarity: 'neg', needsReply: true });
  });
});

describe('a correction', () => {
  it('shows at once on the mention, in its conversation and in the lists, signed', async () => {
    const { company, hear, find, correct, list, threads } = await open('Corregge');
    await hear('Ah però, che servizio');
    const { id } = await find('servizio');
    const { mention } = await correct(id, { polarity: 'neg', intents: ['criticism'], needsReply: true });
    expect(mention.reading).toMatchObject({
      polarity: 'neg',
      intents: ['criticism'],
      needsReply: true,
      unsure: false,
      corrected: { personId: company.personId, name: 'Marta Valdorsa' },
    });
    expect((await list('intent=criticism')).map((each) => each.id)).toEqual([id]);
    await test.house.settled();
    expect((await threads('intent=criticism'))[0]?.reading?.polarity).toBe('neg');
  });

  it('is learnt within moments: the next text like it, and the last ones, read otherwise', async () => {
    const { hear, find, correct, learning } = await open('Impara');
    const odd = (n: number) =>
      `Questa annata è proprio sbarbatella, parola di ${['Ugo', 'Ivo', 'Ada', 'Eva', 'Leo'][n]}`;
    await hear(odd(0), odd(1), odd(2), odd(3));
    expect((await find('Ada')).reading?.polarity).not.toBe('mixed');
    for (const name of ['Ugo', 'Ivo', 'Ada'])
      await correct((await find(name)).id, { polarity: 'neg', intents: ['criticism', 'churn'] });
    await expect.poll(async () => (await learning()).layer?.size, { timeout: 2_000 }).toBe(3);
    await hear(odd(4));
    const next = (await find('Leo')).reading;
    expect(next).toMatchObject({ polarity: 'neg', corrected: null });
    await expect.poll(async () => (await find('Eva')).reading?.polarity, { timeout: 10_000 }).toBe('neg');
  });

  it('can say that it was read rightly, which teaches too', async () => {
    const { hear, find, correct, log } = await open('Conferma');
    await hear(lovely);
    const { mention } = await correct((await find('Rosso')).id, { confirmed: true });
    expect(mention.reading).toMatchObject({ polarity: 'pos', corrected: { name: 'Marta Valdorsa' } });
    const [entry] = await log();
    expect(entry).toMatchObject({
      confirmed: true,
      personName: 'Marta Valdorsa',
      excerpt: lovely,
      after: { polarity: 'pos' },
      withdrawn: null,
    });
  });

  it('goes back as it was when it is withdrawn, and what it taught is unlearnt', async () => {
    const { company, home, hear, find, correct, learning, list } = await open('Ritira');
    await hear(lovely);
    const before = await find('Rosso');
    const { correctionId } = await correct(before.id, { polarity: 'neg', intents: ['complaint'] });
    await expect.poll(async () => (await learning()).layer?.size, { timeout: 10_000 }).toBe(1);
    const withdrawn = await company.json<Entry>('POST', `${home}/corrections/${correctionId}/withdraw`);
    expect(withdrawn.withdrawn?.byName).toBe('Marta Valdorsa');
    expect((await find('Rosso')).reading).toEqual(before.reading);
    expect(await list('intent=complaint')).toEqual([]);
    await expect.poll(async () => (await learning()).layer).toBeNull();
    expect((await learning()).corrections).toMatchObject({ total: 1, active: 0 });
    const again = await company.json<Entry>('POST', `${home}/corrections/${correctionId}/withdraw`);
    expect(again).toEqual(withdrawn);
  });

  it('leaves what others said of the same text when it is withdrawn', async () => {
    const { company, home, hear, find, correct } = await open('Due parole');
    await hear(lovely);
    const { id } = await find('Rosso');
    await correct(id, { needsReply: true });
    const { correctionId } = await correct(id, { polarity: 'mixed' });
    await company.json('POST', `${home}/corrections/${correctionId}/withdraw`);
    expect((await find('Rosso')).reading).toMatchObject({ polarity: 'pos', needsReply: true });
  });

  it('never touches how another company reads, nor can another reach it', async () => {
    const one = await open('Una');
    const other = await open('Altra');
    await one.hear(lovely);
    await other.hear(lovely);
    const before = (await other.find('Rosso')).reading;
    const mention = await one.find('Rosso');
    const { correctionId } = await one.correct(mention.id, { polarity: 'neg', intents: ['complaint'] });
    await expect.poll(async () => (await one.learning()).layer?.size).toBe(1);
    await other.hear(`${lovely} Davvero.`);
    expect((await other.find('Davvero')).reading?.polarity).toBe('pos');
    expect((await other.list('limit=2'))[1]?.reading).toEqual(before);
    expect(await other.log()).toEqual([]);
    expect((await other.learning()).layer).toBeNull();
    const { company, home } = other;
    expect(
      (await status(company, 'POST', `${home}/mentions/${mention.id}/correction`, { polarity: 'pos' }))
        .status,
    ).toBe(404);
    expect((await status(company, 'POST', `${home}/corrections/${correctionId}/withdraw`, {})).status).toBe(
      404,
    );
  });

  it('teaches no longer once the text is taken back, and its log keeps none of the words', async () => {
    const { company, home, take, learning, find, correct, log } = await open('Dimentica');
    await take([saying({ text: 'Un segreto della signora Pina' })]);
    await correct((await find('Pina')).id, { polarity: 'neg' });
    await expect.poll(async () => (await learning()).layer?.size, { timeout: 10_000 }).toBe(1);
    await take([rawOf({ kind: 'removed', nativeId: 'native-1' })]);
    await expect.poll(async () => (await learning()).layer, { timeout: 10_000 }).toBeNull();
    expect((await learning()).corrections).toMatchObject({ total: 1, active: 0 });
    expect(await log()).toMatchObject([{ excerpt: '' }]);
    expect(JSON.stringify(await company.json('GET', `${home}/corrections`))).not.toContain('Pina');
  });

  it('teaches no longer once its author has edited the text', async () => {
    const { take, learning, find, correct } = await open('Riscrive');
    await take([saying({ text: 'Mah, vedremo' })]);
    await correct((await find('Mah')).id, { polarity: 'neg' });
    await expect.poll(async () => (await learning()).layer?.size, { timeout: 10_000 }).toBe(1);
    await take([saying({ text: lovely, revision: '2', editedAt: new Date().toISOString() })]);
    await expect.poll(async () => (await learning()).layer, { timeout: 10_000 }).toBeNull();
    expect((await find('Rosso')).reading).toMatchObject({ polarity: 'pos', corrected: null });
  });

  it('says something, of somebody’s words, by somebody who may', async () => {
    const { company, home, hear, find } = await open('Permessi');
    await hear(lovely, { text: 'Grazie a voi', ours: true });
    const { id } = await find('Rosso');
    const to = (path: string, sent: unknown) => status(company, 'POST', `${home}/${path}`, sent);
    expect((await to(`mentions/${id}/correction`, {})).status).toBe(400);
    expect((await to(`mentions/${id}/correction`, { polarity: 'bello' })).status).toBe(400);
    expect((await to(`mentions/${(await find('a voi')).id}/correction`, { polarity: 'pos' })).status).toBe(
      422,
    );
    expect((await to(`mentions/${newId()}/correction`, { polarity: 'pos' })).status).toBe(404);
    const as = async (roles: readonly Role[]) => {
      const { database } = test.house.platform;
      await database.inWorkspace(company.workspaceId, (tx) =>
        tx.execute(
          `update memberships set roles = array['${roles.join("','")}'] where person_id = '${company.personId}'`,
        ),
      );
    };
    await as(['trainee']);
    expect((await to(`mentions/${id}/correction`, { polarity: 'neg' })).status).toBe(403);
    expect((await status(company, 'GET', `${home}/learning/queue`)).status).toBe(403);
    expect((await status(company, 'GET', `${home}/learning`)).status).toBe(200);
    await as(['carer']);
    expect((await to(`mentions/${id}/correction`, { polarity: 'neg' })).status).toBe(200);
    expect((await to('packs', { name: 'x', sector: '', text: '', enabled: true })).status).toBe(403);
    expect((await to('packs/preview', { text: '' })).status).toBe(403);
    expect((await status(company, 'PATCH', `${home}/understanding`, { toneStrictness: 'off' })).status).toBe(
      403,
    );
  });
});

describe('the learning', () => {
  it('tells how much better it reads texts that it was not taught with, once there are enough', async () => {
    const { hear, list, correct, learning } = await open('Misura');
    const words = ['vino', 'pane', 'olio', 'miele', 'riso', 'mais', 'orzo', 'farro', 'ceci', 'fave'];
    const texts = Array.from(
      { length: 80 },
      (_, n) => `${words[n % 10]} gnaulento di ${words[Math.floor(n / 10)]}, ${n}`,
    );
    await hear(...texts);
    const mentions = await list('limit=100');
    for (const { id } of mentions) await correct(id, { polarity: 'neg', intents: ['complaint'] });
    const { figures, corrections } = await learning();
    expect(corrections.heldBack).toBeGreaterThanOrEqual(10);
    expect(figures?.count).toBe(corrections.heldBack);
    expect(figures?.after.agreement ?? 0).toBeGreaterThan(figures?.before.agreement ?? 1);
  }, 60_000);

  it('asks first about what is least certain, never twice the same, nor what was answered', async () => {
    const { company, home, hear, find, correct } = await open('Coda');
    await hear(
      broken,
      lovely,
      'Boh, il servizio era così e così, non saprei che dire',
      'Boh, il servizio era così e così, non saprei che dire!',
      'Ci torno, forse, se cambia qualcosa nel locale',
    );
    type Item = { mention: Mention; why: { it: string; en: string }; gain: number };
    const ask = async () =>
      (await company.json<{ items: Item[] }>('GET', `${home}/learning/queue?limit=10`)).items;
    const items = await ask();
    const gains = items.map(({ gain }) => gain);
    expect(gains.length).toBeGreaterThan(1);
    expect(items[0]?.mention.body).not.toBe(broken);
    expect(items.filter(({ mention }) => mention.body.startsWith('Boh'))).toHaveLength(1);
    expect(items.every(({ why }) => why.it !== '' && why.en !== '')).toBe(true);
    const first = items[0]?.mention.id ?? '';
    await correct(first, { polarity: 'neg' });
    expect((await ask()).map(({ mention }) => mention.id)).not.toContain(first);
    expect((await find('Boh')).id).toBeDefined();
  });
});

describe('words of the trade', () => {
  type Pack = { id: string; name: string; enabled: boolean; text: string; updatedByName: string };
  const text = '# aspect:tappo\ntapp* | sughero\n\n# polarity\n-4 sa di tappo | sughero cattivo\n';

  it('are shipped for each sector, and a company makes them its own', async () => {
    const { company, home } = await open('Adotta');
    const { shipped } = await company.json<{ shipped: { sector: string; text: string }[] }>(
      'GET',
      `${home}/packs`,
    );
    expect(shipped).toHaveLength(15);
    const wine = shipped.find(({ sector }) => sector === 'wine');
    const pack = await company.json<Pack>('POST', `${home}/packs`, {
      name: 'Le nostre parole',
      sector: 'wine',
      text: wine?.text,
      enabled: true,
    });
    const changed = await company.json<Pack>('PATCH', `${home}/packs/${pack.id}`, { text, enabled: false });
    expect(changed).toMatchObject({
      name: 'Le nostre parole',
      text,
      enabled: false,
      updatedByName: 'Marta Valdorsa',
    });
    await company.as(`${home}/packs/${pack.id}`, { method: 'DELETE' });
    expect((await company.json<{ packs: Pack[] }>('GET', `${home}/packs`)).packs).toEqual([]);
  });

  it('name things that are then heard, in the last mentions and the next', async () => {
    const { company, home, hear, find, list } = await open('Parole');
    await hear('La bottiglia di ieri sapeva di sughero, peccato');
    const preview = await company.json<{ read: number; changed: { excerpt: string; after: Reading }[] }>(
      'POST',
      `${home}/packs/preview`,
      { text },
    );
    expect(preview.read).toBe(1);
    expect(preview.changed[0]?.after.aspects.map(({ aspect }) => aspect)).toContain('tappo');
    expect((await find('sughero')).reading?.aspects.map(({ aspect }) => aspect)).not.toContain('tappo');
    const named = () => company.json<{ aspects: string[] }>('GET', `${home}/packs/aspects`);
    const laid = {
      name: 'Etichette',
      sector: 'wine',
      text: '# aspect:etichetta\netichett*\n',
      enabled: false,
    };
    await company.json('POST', `${home}/packs`, laid);
    expect(await named()).toEqual({ aspects: [] });
    await company.json('POST', `${home}/packs`, { name: 'Tappi', sector: 'wine', text, enabled: true });
    expect(await named()).toEqual({ aspects: ['tappo'] });
    await expect.poll(() => list('aspect=tappo').then(({ length }) => length), { timeout: 10_000 }).toBe(1);
    await hear('Anche questa col tappo rovinato');
    expect((await list('aspect=tappo'))[0]?.body).toContain('rovinato');
  });

  it('are refused with the line that is wrong, in the reader’s language', async () => {
    const { company, home } = await open('Sbaglia');
    const wrong = 'buono\n# vino\nbarrique\n# polarity\n+9 top\n-2 a | | b\n';
    const send = (language: string) =>
      status(
        company,
        'POST',
        `${home}/packs`,
        { name: 'x', sector: '', text: wrong, enabled: true },
        language,
      );
    const { body, status: code } = (await send('it')) as {
      status: number;
      body: { errors: { path: string; message: string }[] };
    };
    expect(code).toBe(422);
    expect(body.errors.map(({ path }) => path)).toEqual(['text', 'text', 'text', 'text']);
    expect(body.errors.map(({ message }) => message.split(':')[0])).toEqual([
      'Riga 1',
      'Riga 2',
      'Riga 5',
      'Riga 6',
    ]);
    expect(JSON.stringify((await send('en')).body)).toContain('Line 5');
    expect((await status(company, 'POST', `${home}/packs/preview`, { text: wrong })).status).toBe(422);
  });
});

describe('a draft of ours', () => {
  type Look = { findings: { kind: string; start: number; end: number }[]; personalData: { kind: string }[] };
  const draft =
    'Gentile cliente, la informiamo che la pratica è stata presa in carico. IBAN IT60X0542811101000000123456';

  it('is looked at by the company’s own measure, with what it answers in mind', async () => {
    const { company, home, hear, find } = await open('Tono');
    await hear(broken);
    const { id } = await find('pacco');
    const look = (sent: object) => company.json<Look>('POST', `${home}/tone`, sent);
    const answer = await look({ text: draft, kind: 'reply', mentionId: id });
    expect(answer.findings.map(({ kind }) => kind)).toContain('missing-regret');
    expect(answer.personalData).toMatchObject([{ kind: 'iban', certain: true }]);
    expect((await look({ text: draft, kind: 'post' })).findings.map(({ kind }) => kind)).not.toContain(
      'missing-regret',
    );
    const kinds = async (text: string) =>
      (await look({ text, kind: 'reply', mentionId: id })).findings.map(({ kind }) => kind);
    const formal = 'Buongiorno, ci scusi per il pacco: Le rimandiamo tutto domani. Mi scriva a Marta.';
    expect(await kinds(formal)).not.toContain('mixed-register');
    await company.json('PATCH', home, { register: 'tu' });
    expect(await kinds(formal)).toContain('mixed-register');
    await company.json('PATCH', `${home}/understanding`, { toneStrictness: 'off' });
    expect(await company.json('GET', `${home}/understanding`)).toEqual({ toneStrictness: 'off' });
    expect(await look({ text: draft, kind: 'reply', mentionId: id })).toMatchObject({
      findings: [],
      personalData: [{ kind: 'iban' }],
    });
    expect(
      (await status(company, 'POST', `${home}/tone`, { text: '', kind: 'reply', mentionId: newId() })).status,
    ).toBe(404);
  });
});

describe('every change', () => {
  it('is in the log of changes, without any of the words that were said', async () => {
    const { company, home, hear, find, correct } = await open('Registro');
    await hear('Parole riservate della signora Pina');
    const { correctionId } = await correct((await find('Pina')).id, { polarity: 'neg' });
    await company.json('POST', `${home}/corrections/${correctionId}/withdraw`);
    const pack = await company.json<{ id: string }>('POST', `${home}/packs`, {
      name: 'Nostre',
      sector: '',
      text: '',
      enabled: false,
    });
    await company.json('PATCH', `${home}/packs/${pack.id}`, { enabled: true });
    await company.as(`${home}/packs/${pack.id}`, { method: 'DELETE' });
    await company.json('PATCH', `${home}/understanding`, { toneStrictness: 'strict' });
    const { database } = test.house.platform;
    const { rows } = await database.inWorkspace(company.workspaceId, (tx) =>
      tx.execute<{ action: string; details: unknown }>(
        'select action, details from audit_entries order by id',
      ),
    );
    const actions = rows.map(({ action }) => action);
    for (const action of [
      'reading.corrected',
      'correction.withdrawn',
      'pack.created',
      'pack.changed',
      'pack.removed',
      'understanding.changed',
    ])
      expect(actions).toContain(action);
    expect(JSON.stringify(rows)).not.toContain('Pina');
  });

  it('is told to the open screens', async () => {
    const { company, home, hear, find, correct } = await open('Schermi');
    const ears = new AbortController();
    const stream = await company.as(`${home}/live`, { signal: ears.signal });
    const heard: string[] = [];
    const reading = (async () => {
      for await (const part of stream.body ?? []) heard.push(Buffer.from(part).toString());
    })().catch(() => {});
    await hear(lovely);
    const { id } = await find('Rosso');
    await correct(id, { polarity: 'neg' });
    await expect.poll(() => heard.join('')).toContain('understanding.changed');
    await expect.poll(() => heard.join('')).toContain(id);
    ears.abort();
    await reading;
  });
});
