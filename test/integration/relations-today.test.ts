import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DailyView, rebuildInteractions } from '../../src/relations/index.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { daysAgo, openRelations, type Relations } from './relations-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

const today = (company: Relations, query = '') => company.get<DailyView>(`relations/today${query}`);
const reasons = async (company: Relations) =>
  Object.fromEntries((await today(company)).people.map(({ contact, reason }) => [contact.name, reason]));

const broken = 'Il pacco è arrivato rotto e nessuno risponde: quando mi rimborsate?';
const question = 'Buongiorno, la visita del sabato si fa anche con la pioggia?';
const thanks = 'Grazie mille, il vostro vino era buonissimo, complimenti a tutti!';

describe('today’s list', () => {
  it('has who complained, who asked and who thanked us, each with the words, the manner and the conversation', async () => {
    const company = await openRelations(test, 'Oggi');
    await company.hear(
      { nativeId: 'd1', who: 'davide', text: broken, saidAt: daysAgo(2) },
      { nativeId: 'e1', who: 'elena', text: question, saidAt: daysAgo(1) },
      { nativeId: 'c1', who: 'chiara', text: thanks, saidAt: daysAgo(1) },
      { nativeId: 'z1', who: 'zeno', addressed: false, text: question, saidAt: daysAgo(1) },
    );
    const { people, budgetMinutes, minutes } = await today(company);
    expect(people.map(({ contact, reason }) => [contact.name, reason])).toEqual([
      ['Persona davide', 'complained'],
      ['Persona elena', 'asked'],
      ['Persona chiara', 'thanked'],
    ]);
    expect(people[0]).toMatchObject({ said: { text: broken }, channel: 'bluesky', mannerKind: 'answer' });
    expect(people[0]?.threadId).not.toBeNull();
    expect(budgetMinutes).toBe(15);
    expect(minutes).toBeLessThanOrEqual(budgetMinutes);
  });

  it('leaves out who has been answered, and whose conversation somebody said is over', async () => {
    const company = await openRelations(test, 'Risposto');
    await company.hear(
      { nativeId: 'e1', who: 'elena', text: question, saidAt: daysAgo(2) },
      { nativeId: 'f1', who: 'fabio', text: question, saidAt: daysAgo(2) },
      { nativeId: 'g1', who: 'gina', text: question, saidAt: daysAgo(2) },
      { nativeId: 'o1', ours: true, parentNativeId: 'e1', text: 'Sì, c’è il portico.', saidAt: daysAgo(1) },
    );
    const before = await today(company);
    const fabio = before.people.find(({ contact }) => contact.name === 'Persona fabio');
    const { thread } = await company.get<{ thread: { version: number } }>(`threads/${fabio?.threadId}`);
    await company.patch(`threads/${fabio?.threadId}`, { status: 'done', version: thread.version });
    expect(await reasons(company)).toEqual({ 'Persona gina': 'asked' });
  });

  it('does not have who merely wrote about us, nor an article where nobody can be answered', async () => {
    const company = await openRelations(test, 'Articoli', 'feed');
    await company.hear({
      nativeId: 'f1',
      who: 'gazzetta',
      addressed: true,
      form: 'article',
      text: broken,
      saidAt: daysAgo(1),
    });
    expect(await reasons(company)).toEqual({});
  });

  it('follows a correction of what was read, at once', async () => {
    const company = await openRelations(test, 'Corretto');
    await company.hear({ nativeId: 'e1', who: 'elena', text: question, saidAt: daysAgo(1) });
    const [person] = (await today(company)).people;
    await company.post(`mentions/${person?.said?.mentionId}/correction`, { intents: [], needsReply: false });
    expect(await reasons(company)).toEqual({});
  });

  it('never urges contact with who asked for quiet, who objected, or of whom somebody said never', async () => {
    const company = await openRelations(test, 'Quiete');
    for (const who of ['anna', 'bea', 'carlo', 'dina'])
      await company.hear({ nativeId: `${who}1`, who, text: question, saidAt: daysAgo(1) });
    await company.patch(`contacts/${await company.contactId('anna')}`, { consent: 'quiet' });
    await company.patch(`contacts/${await company.contactId('bea')}`, { consent: 'objected' });
    await company
      .post(`relations/today/${await company.contactId('carlo')}`, { state: 'never' })
      .catch(() => null);
    expect(await reasons(company)).toEqual({ 'Persona dina': 'asked' });
  });

  it('lets go of what is done or put off, brings it back with an undo, and refuses a later that is past', async () => {
    const company = await openRelations(test, 'Gesti');
    await company.hear({ nativeId: 'e1', who: 'elena', text: question, saidAt: daysAgo(1) });
    await today(company);
    const where = `relations/today/${await company.contactId('elena')}`;
    for (const state of ['done', 'later'] as const) {
      expect((await company.status('POST', where, { state })).status).toBe(204);
      expect(await reasons(company)).toEqual({});
      expect((await company.status('POST', `${where}/undo`)).status).toBe(204);
      expect(await reasons(company)).toEqual({ 'Persona elena': 'asked' });
    }
    expect((await company.status('POST', where, { state: 'later', until: '2020-01-01' })).status).toBe(422);
    expect((await company.status('POST', `${where}/undo`)).status).toBe(404);
    expect(
      (await company.status('POST', `relations/today/${crypto.randomUUID()}`, { state: 'done' })).status,
    ).toBe(404);
  });

  it('says what became of the last list: done, in touch without pressing anything, or left', async () => {
    const company = await openRelations(test, 'Ieri');
    for (const who of ['anna', 'bea', 'carlo'])
      await company.hear({ nativeId: `${who}1`, who, text: question, saidAt: daysAgo(2) });
    await today(company);
    await company
      .post(`relations/today/${await company.contactId('anna')}`, { state: 'done' })
      .catch(() => null);
    await company.rows(
      sql`update daily_entries set day = day - 1 where workspace_id = ${company.workspaceId}`,
    );
    await company.rows(
      sql`update daily_choices set day = day - 1 where workspace_id = ${company.workspaceId}`,
    );
    await company.hear({
      nativeId: 'o1',
      ours: true,
      parentNativeId: 'bea1',
      text: 'Sì!',
      saidAt: new Date().toISOString(),
    });
    const { yesterday } = await today(company);
    expect(Object.fromEntries(yesterday.map(({ contact, outcome }) => [contact.name, outcome]))).toEqual({
      'Persona anna': 'done',
      'Persona bea': 'answered',
      'Persona carlo': 'nothing',
    });
  });

  it('notices a tie that is falling asleep by its own rhythm, and the day of a first meeting', async () => {
    const company = await openRelations(test, 'Ritmi');
    for (const [index, days] of [60, 54, 48, 42, 36, 30].entries())
      await company.hear({
        nativeId: `s${index}`,
        who: 'sara',
        text: 'Ecco, ci vediamo.',
        saidAt: daysAgo(days),
      });
    await company.hear({ nativeId: 'v1', who: 'vera', text: 'Ecco.', saidAt: daysAgo(50) });
    const aYear = new Date();
    aYear.setUTCFullYear(aYear.getUTCFullYear() - 1);
    await company.post(`contacts/${await company.contactId('vera')}/meetings`, {
      at: aYear.toISOString(),
      note: '',
    });
    await rebuildInteractions(company.platform, company.workspaceId);
    expect(await reasons(company)).toEqual({ 'Persona sara': 'asleep', 'Persona vera': 'anniversary' });
  });

  it('is read by all who work here, and changed only by who may', async () => {
    const company = await openRelations(test, 'Permessi');
    await company.rows(
      sql`update memberships set roles = '{guest}' where workspace_id = ${company.workspaceId}`,
    );
    expect((await company.status('GET', 'relations/today')).status).toBe(403);
    expect((await company.status('GET', 'contacts')).status).toBe(403);
    await company.rows(
      sql`update memberships set roles = '{trainee}' where workspace_id = ${company.workspaceId}`,
    );
    expect((await company.status('GET', 'relations/today')).status).toBe(200);
    expect((await company.status('POST', 'contacts', { name: 'Ivo' })).status).toBe(403);
  });
});
