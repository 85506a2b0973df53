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

type Suggestions = {
  suggestions: { a: { id: string }; b: { id: string }; evidence: { kind: string }[]; certainty: number }[];
};

/** Anna twice: the same name on two accounts, each of which has spoken with us. */
const twice = async (name: string) => {
  const company = await openRelations(test, name);
  const author = (nativeId: string) => ({ nativeId, name: 'Anna Bianchi', handle: `${nativeId}.example` });
  await company.hear(
    { nativeId: 'a1', author: author('anna'), saidAt: daysAgo(5) },
    { nativeId: 'o1', ours: true, parentNativeId: 'a1', saidAt: daysAgo(4) },
    { nativeId: 'a2', author: author('anna-due'), saidAt: daysAgo(3) },
    { nativeId: 'l1', who: 'luca', parentNativeId: 'a2', saidAt: daysAgo(2) },
  );
  const [one, other] = [await company.contactId('anna'), await company.contactId('anna-due')];
  return { company, one, other };
};

const merge = (company: Relations, one: string, otherId: string) =>
  company.post<{ id: string }>(`contacts/${one}/merge`, { otherId, reason: 'Lo ha detto lei' });

describe('two who may be one', () => {
  it('are proposed with their evidence, and not again once somebody told them apart', async () => {
    const { company, one, other } = await twice('Proposte');
    const { suggestions } = await company.get<Suggestions>('contacts/suggestions');
    expect(suggestions).toHaveLength(1);
    expect(suggestions[0]?.evidence.map(({ kind }) => kind)).toEqual(['name']);
    expect((await company.status('POST', 'suggestions/dismiss', { a: other, b: one })).status).toBe(204);
    expect((await company.get<Suggestions>('contacts/suggestions')).suggestions).toEqual([]);
  });

  it('are never merged by themselves', async () => {
    const { company } = await twice('Da sole');
    await company.get('contacts/suggestions');
    expect((await company.figures()).size).toBe(3);
    expect(new Set([await company.contactId('anna'), await company.contactId('anna-due')]).size).toBe(2);
  });

  it('do not include anybody who objected', async () => {
    const { company, one } = await twice('Opposta');
    await company.patch(`contacts/${one}`, { consent: 'objected' });
    expect((await company.get<Suggestions>('contacts/suggestions')).suggestions).toEqual([]);
  });
});

describe('a merge', () => {
  it('brings accounts and figures together, with its reason, and is taken back whole', async () => {
    const { company, one, other } = await twice('Unite');
    const before = await company.figures();
    const { id } = await merge(company, one, other);
    const page = await company.get<ContactPage>(`contacts/${one}`);
    expect(page.identities).toHaveLength(2);
    expect(page.merges).toMatchObject([
      { id, reason: 'Lo ha detto lei', absorbedName: 'Anna Bianchi', undoneAt: null },
    ]);
    expect((await company.figures()).get('anna')).toMatchObject({ in_count: 2, out_count: 1 });
    expect((await company.status('GET', `contacts/${other}`)).status).toBe(404);
    const list = await company.get<{ contacts: { id: string }[] }>('contacts');
    expect(list.contacts.map((contact) => contact.id)).not.toContain(other);
    expect((await company.status('POST', `merges/${id}/undo`)).status).toBe(204);
    expect(await company.figures()).toEqual(before);
    expect((await company.status('POST', `merges/${id}/undo`)).status).toBe(409);
  });

  it('stays through a rebuilding, and what is heard afterwards goes to the one person', async () => {
    const { company, one, other } = await twice('Resta');
    await merge(company, one, other);
    await company.hear({ nativeId: 'a3', who: 'anna-due', saidAt: daysAgo(1) });
    await rebuildInteractions(company.platform, company.workspaceId);
    expect((await company.figures()).get('anna')).toMatchObject({ in_count: 3 });
    expect(await company.contactId('anna-due')).toBe(one);
  });

  it('keeps the more careful word of the two', async () => {
    const { company, one, other } = await twice('Quiete');
    await company.patch(`contacts/${other}`, { consent: 'quiet', consentNote: 'Lo ha chiesto a voce' });
    await merge(company, one, other);
    expect((await company.get<ContactPage>(`contacts/${one}`)).contact).toMatchObject({
      consent: 'quiet',
      consentNote: 'Lo ha chiesto a voce',
    });
  });

  it('of a person with themselves, with nobody, or into one merged since, is refused', async () => {
    const { company, one, other } = await twice('Rifiuti');
    const luca = await company.contactId('luca');
    const asked = (id: string, otherId: string) =>
      company.status('POST', `contacts/${id}/merge`, { otherId, reason: 'x' });
    expect((await asked(one, one)).status).toBe(422);
    expect((await asked(one, crypto.randomUUID())).status).toBe(404);
    const { id } = await merge(company, one, other);
    await merge(company, luca, one);
    expect((await company.status('POST', `merges/${id}/undo`)).status).toBe(409);
    expect((await asked(other, luca)).status).toBe(404);
  });

  it('is written into the log of changes', async () => {
    const { company, one, other } = await twice('Registro');
    const { id } = await merge(company, one, other);
    await company.post(`merges/${id}/undo`).catch(() => null);
    const found = await company.rows<{ action: string }>(sql`
      select action from audit_entries where workspace_id = ${company.workspaceId} and subject_id = ${one} order by id`);
    expect(found.map(({ action }) => action)).toEqual(['contact.merged', 'contact.merge-undone']);
  });
});
