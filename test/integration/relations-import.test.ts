import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { daysAgo, openRelations, type Relations } from './relations-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

type Report = { read: number; added: number; known: number; refused: number; problems: { line: number }[] };

const bring = (company: Relations, kind: string, text: string, more: object = {}) =>
  company.post<Report>('relations/imports', { format: 'csv', kind, text, dryRun: false, ...more });
const names = async (company: Relations) =>
  (await company.get<{ contacts: { name: string }[] }>('contacts')).contacts.map(({ name }) => name).sort();

const list = 'Nome,Azienda,Email\nAnna Bè,Frantoio,anna@frantoio.it\nBea,,\nCarlo,,questa non è una mail\n';

describe('a list that is brought in', () => {
  it('is tried without leaving a trace, then kept, and brings nobody twice', async () => {
    const company = await openRelations(test, 'Importare');
    const tried = await bring(company, 'contacts', list, { dryRun: true });
    expect(tried).toMatchObject({ read: 3, added: 2, known: 0, refused: 0, problems: [{ line: 4 }] });
    expect(await names(company)).toEqual([]);
    expect(await bring(company, 'contacts', list)).toEqual(tried);
    expect(await names(company)).toEqual(['Anna Bè', 'Bea']);
    expect(await bring(company, 'contacts', list)).toMatchObject({ added: 0, known: 2 });
    expect(await names(company)).toEqual(['Anna Bè', 'Bea']);
  });

  it('of followers makes an edge of each, once, and knows them when they speak', async () => {
    const company = await openRelations(test, 'Seguaci', 'fediverse');
    const text = 'Account address,Show boosts\nanna@mastodon.uno,true\nluca@mastodon.uno,true\n';
    expect(await bring(company, 'followers', text, { format: 'archive' })).toMatchObject({ added: 2 });
    await bring(company, 'followers', text, { format: 'archive' });
    const author = {
      nativeId: 'https://mastodon.uno/users/anna',
      name: 'Anna',
      handle: '@anna@mastodon.uno',
    };
    await company.hear({ nativeId: 'a1', author, saidAt: daysAgo(1) });
    expect([...(await company.edges())].sort()).toEqual([
      'acct:luca@mastodon.uno>us follow',
      'https://mastodon.uno/users/anna>us follow',
      'https://mastodon.uno/users/anna>us mention',
    ]);
  });

  it('of interactions makes people and edges, and tells its bad lines', async () => {
    const company = await openRelations(test, 'Scambi');
    const text =
      'da,a,tipo,data\nanna@x.it,noi,risposta,2026-10-01\nnoi,anna@x.it,incontro,2026-10-02\nanna@x.it,luca@x.it,commento,2026-10-03\nanna@x.it,noi,bacio,2026-10-01\n';
    expect(await bring(company, 'interactions', text)).toMatchObject({
      read: 4,
      added: 3,
      problems: [{ line: 5 }],
    });
    expect(await bring(company, 'interactions', text)).toMatchObject({ added: 0, known: 3 });
    expect(await company.edges()).toEqual([
      'anna@x.it>us reply',
      'us>anna@x.it meeting',
      'anna@x.it>luca@x.it comment',
    ]);
    expect((await company.figures()).get('anna@x.it')).toMatchObject({ in_count: 1, out_count: 1 });
  });

  it('of a channel whose terms forbid it, or that is not known, is refused line by line', async () => {
    const company = await openRelations(test, 'Termini');
    const text = 'nome,account,canale\nAnna,anna,instagram\n';
    expect(await bring(company, 'contacts', text)).toMatchObject({
      added: 0,
      refused: 1,
      problems: [{ line: 2 }],
    });
    expect(await names(company)).toEqual([]);
  });

  it('is written into the log of changes, by number and not by name', async () => {
    const company = await openRelations(test, 'Registro');
    await bring(company, 'contacts', list);
    const [entry] = await company.rows<{ details: unknown }>(sql`
      select details from audit_entries where workspace_id = ${company.workspaceId} and action = 'contacts.imported'`);
    expect(entry?.details).toMatchObject({ added: 2 });
    expect(JSON.stringify(entry)).not.toContain('Anna');
  });
});
