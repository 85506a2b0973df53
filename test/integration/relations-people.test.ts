import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContactPage, rebuildInteractions } from '../../src/relations/index.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { daysAgo, openRelations, type Relations } from './relations-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

type Row = { id: string; name: string; stage: string; consent: string; channels: string[]; lastAt: string };
type List = { contacts: Row[]; next: string | null; count?: number };
type Story = {
  entries: {
    id: string;
    kind: string;
    direction: string;
    text: string | null;
    byHand: boolean;
    personName: string | null;
    with: { name: string } | null;
  }[];
  next: string | null;
};

const names = async (company: Relations, query = '') =>
  (await company.get<List>(`contacts?${query}`)).contacts.map(({ name }) => name);

const hearThree = async (company: Relations) =>
  company.hear(
    {
      nativeId: 'a1',
      who: 'anna',
      text: 'Che buono il Dolcetto, e il vostro olio nuovo?',
      saidAt: daysAgo(5),
    },
    { nativeId: 'o1', ours: true, parentNativeId: 'a1', text: 'Arriva a novembre!', saidAt: daysAgo(4) },
    {
      nativeId: 'l1',
      who: 'luca',
      parentNativeId: 'a1',
      text: 'Anch’io aspetto l’olio nuovo',
      saidAt: daysAgo(3),
    },
    {
      nativeId: 'b1',
      who: 'bea',
      addressed: false,
      text: 'Ho visto la Cantina Rossi al mercato',
      saidAt: daysAgo(2),
    },
  );

describe('the list of people', () => {
  it('has whoever was heard last first, in pages, with how many there are', async () => {
    const company = await openRelations(test, 'Elenco');
    await hearThree(company);
    const first = await company.get<List>('contacts?limit=2');
    expect(first.contacts.map(({ name }) => name)).toEqual(['Persona bea', 'Persona luca']);
    expect(first.count).toBe(3);
    const second = await company.get<List>(`contacts?limit=2&before=${first.next}`);
    expect(second.contacts.map(({ name }) => name)).toEqual(['Persona anna']);
    expect(second.next).toBeNull();
    expect(second.contacts[0]).toMatchObject({
      channels: ['bluesky'],
      stage: 'conversed',
      consent: 'unknown',
    });
  });

  it('is searched by name, company, place and tag, whatever the accents', async () => {
    const company = await openRelations(test, 'Cercare');
    await hearThree(company);
    const { id } = await company.post<{ id: string }>('contacts', {
      name: 'Niccolò Però',
      place: 'Forlì',
      tags: ['olio'],
    });
    expect(await names(company, 'q=niccolo')).toEqual(['Niccolò Però']);
    expect(await names(company, 'q=FORLI')).toEqual(['Niccolò Però']);
    expect(await names(company, 'q=luca.example')).toEqual(['Persona luca']);
    expect(await names(company, 'q=100%25')).toEqual([]);
    await company.patch(`contacts/${id}`, { company: 'Frantoio Rasi', place: null });
    expect(await names(company, 'q=rasi')).toEqual(['Niccolò Però']);
    expect(await names(company, 'q=forli')).toEqual([]);
    expect(await names(company, 'stage=conversed')).toEqual(['Persona anna']);
  });

  it('refuses a place in the list that is not ours', async () => {
    const company = await openRelations(test, 'Segno');
    expect((await company.status('GET', 'contacts?before=qualcosa')).status).toBe(400);
  });
});

describe('a person’s page', () => {
  it('tells who they are, where they speak, what they care about, and how far the relationship has come', async () => {
    const company = await openRelations(test, 'Pagina');
    await hearThree(company);
    await company.hear({
      nativeId: 'a2',
      who: 'anna',
      text: 'L’olio nuovo lo prendo di sicuro',
      saidAt: daysAgo(1),
    });
    const page = await company.get<ContactPage>(`contacts/${await company.contactId('anna')}`);
    expect(page.contact).toMatchObject({ name: 'Persona anna', consent: 'unknown' });
    expect(page.identities).toMatchObject([{ channel: 'bluesky', handle: 'anna.example' }]);
    expect(page.cares.map(({ word }) => word)).toContain('olio');
    expect(page.stage.now).toBe('conversed');
    expect(page.stage.path.map(({ stage }) => stage)).toEqual(['noticed', 'conversed']);
    expect(page.threads.length).toBeGreaterThan(0);
  });

  it('tells the story so far, the latest first, and goes on where a page ended', async () => {
    const company = await openRelations(test, 'Storia');
    await hearThree(company);
    const anna = await company.contactId('anna');
    const first = await company.get<Story>(`contacts/${anna}/story?limit=2`);
    const rest = await company.get<Story>(`contacts/${anna}/story?limit=2&before=${first.next}`);
    expect(
      [...first.entries, ...rest.entries].map(({ direction, kind, text }) => [direction, kind, text]),
    ).toEqual([
      ['between', 'reply', 'Anch’io aspetto l’olio nuovo'],
      ['out', 'reply', 'Arriva a novembre!'],
      ['in', 'mention', 'Che buono il Dolcetto, e il vostro olio nuovo?'],
    ]);
    expect(first.entries[0]?.with?.name).toBe('Persona luca');
    const bea = await company.get<Story>(`contacts/${await company.contactId('bea')}/story`);
    expect(bea.entries.map(({ text }) => text)).toEqual(['Ho visto la Cantina Rossi al mercato']);
  });

  it('is not there for an id of nobody', async () => {
    const company = await openRelations(test, 'Nessuno');
    for (const path of ['', '/story'])
      expect((await company.status('GET', `contacts/${crypto.randomUUID()}${path}`)).status).toBe(404);
  });
});

describe('a meeting', () => {
  it('is an interaction each way with everybody who was there, moves the relationship on, and can be taken back', async () => {
    const company = await openRelations(test, 'Incontri');
    await hearThree(company);
    const [anna, luca] = [await company.contactId('anna'), await company.contactId('luca')];
    const { id } = await company.post<{ id: string }>(`contacts/${anna}/meetings`, {
      at: daysAgo(1),
      note: 'Assaggio in cantina',
      place: 'Valdorsa',
      withContactIds: [luca],
    });
    const page = await company.get<ContactPage>(`contacts/${anna}`);
    expect(page.stage.now).toBe('met');
    expect(page.knownBy).toMatchObject([{ personId: company.company.personId, count: 1 }]);
    expect((await company.figures()).get('anna')).toMatchObject({ in_count: 2, out_count: 2 });
    const { entries } = await company.get<Story>(`contacts/${anna}/story`);
    expect(entries[0]).toMatchObject({
      id,
      kind: 'meeting',
      byHand: true,
      text: 'Valdorsa: Assaggio in cantina',
      with: { name: 'Persona luca' },
    });
    expect(entries.filter(({ kind }) => kind === 'meeting')).toHaveLength(1);
    expect((await company.status('DELETE', `interactions/${id}`)).status).toBe(204);
    expect((await company.status('DELETE', `interactions/${id}`)).status).toBe(404);
    expect((await company.figures()).get('anna')).toMatchObject({ in_count: 1, out_count: 1 });
  });

  it('can be with somebody entered by hand, but not in the future', async () => {
    const company = await openRelations(test, 'A mano');
    const { id } = await company.post<{ id: string }>('contacts', { name: 'Franca' });
    await company.post(`contacts/${id}/meetings`, { at: daysAgo(0), note: '' });
    expect((await company.get<Story>(`contacts/${id}/story`)).entries).toHaveLength(1);
    const later = new Date(Date.now() + 10 * 86_400_000).toISOString();
    expect((await company.status('POST', `contacts/${id}/meetings`, { at: later, note: '' })).status).toBe(
      422,
    );
  });
});

describe('a talk that a colleague noted', () => {
  it('moves the relationship on: who came by has met us, who called has conversed, and a rebuilding says the same', async () => {
    const company = await openRelations(test, 'Di persona');
    const note = (form: string, name: string) =>
      company.post('by-hand', {
        form,
        who: { name, contact: `${name}@posta.example` },
        text: 'Il passito nuovo.',
      });
    await note('encounter', 'Nives');
    await note('call', 'Olmo');
    await note('note', 'Pia');
    await test.house.settled();
    const stages = async () =>
      Object.fromEntries(
        (await company.get<List>('contacts')).contacts.map(({ name, stage }) => [name, stage]),
      );
    const moved = { Nives: 'met', Olmo: 'conversed', Pia: 'noticed' };
    expect(await stages()).toEqual(moved);
    await rebuildInteractions(company.platform, company.workspaceId);
    expect(await stages()).toEqual(moved);
  });
});

describe('who could introduce us', () => {
  it('is the way whose ties are strongest together, not the one with the least weak tie alone', async () => {
    const company = await openRelations(test, 'Presentazioni');
    await company.hear(
      ...['anna', 'bea', 'carla'].map((who, at) => ({
        nativeId: `n${at}`,
        who,
        text: 'Buongiorno a tutti',
        saidAt: daysAgo(3),
      })),
    );
    const [anna = '', bea = '', carla = ''] = await Promise.all(
      ['anna', 'bea', 'carla'].map((who) => company.contactId(who)),
    );
    const strong = async (one: string, other: string, strength: number) =>
      company.rows(sql`insert into contact_ties (workspace_id, a, b, intensity_ab, intensity_ba, batch_at)
        values (${company.workspaceId}, least(${one}::uuid, ${other}::uuid), greatest(${one}::uuid, ${other}::uuid),
          ${strength}, 0, now())`);
    const ours = async (one: string, strength: number) =>
      company.rows(sql`insert into contact_scores (workspace_id, contact_id, strength, reciprocity, intensity_in,
        intensity_out, degree, core, evidence, batch_at)
        values (${company.workspaceId}, ${one}, 0.5, 0, ${strength}, 0, 1, 1, '{}', now())`);
    await ours(anna, 20);
    await ours(bea, 3);
    await strong(anna, carla, 2.8);
    await strong(bea, carla, 3);
    const { introductions } = await company.get<ContactPage>(`contacts/${carla}`);
    expect(introductions.map(({ path }) => path.map(({ contact }) => contact?.name))).toEqual([
      ['Persona anna', 'Persona carla'],
      ['Persona bea', 'Persona carla'],
    ]);
    expect(introductions[0]?.strength).toBeGreaterThan(introductions[1]?.strength ?? 1);
  });
});

describe('what was given', () => {
  it('forces the words that the law asks for, kept with the entry', async () => {
    const company = await openRelations(test, 'Cantina dei Doni');
    const { id } = await company.post<{ id: string }>('contacts', { name: 'Vera' });
    const give = (kind: string) =>
      company.post<{
        gift: {
          id: string;
          label: { it: string };
          tags: string[];
          disclosure: { it: string };
          warning: unknown;
        };
      }>(`contacts/${id}/gifts`, { kind, what: 'Una bottiglia', valueCents: 1_500, at: daysAgo(1) });
    const { gift } = await give('gift');
    expect(gift.label.it).toBe('Prodotto fornito da Cantina dei Doni');
    expect(gift.disclosure.it).toContain(gift.label.it);
    expect(gift.warning).toBeNull();
    const { gift: payment } = await give('payment');
    expect(payment.label.it).toMatch(/^Pubblicità/);
    expect(payment.tags).toEqual(['#adv', '#CantinaDeiDoni']);
    expect(payment.warning).not.toBeNull();
    expect((await company.get<ContactPage>(`contacts/${id}`)).gifts).toHaveLength(2);
    expect((await company.status('DELETE', `gifts/${gift.id}`)).status).toBe(204);
    expect((await company.get<ContactPage>(`contacts/${id}`)).gifts).toHaveLength(1);
  });
});
