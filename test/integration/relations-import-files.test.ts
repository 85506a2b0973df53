import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../../src/channels/imported/zip/zip-of.fixture.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { daysAgo, openRelations, type Relations } from './relations-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

type Report = {
  read: number;
  added: number;
  known: number;
  refused: number;
  problems: { line: number; says: { it: string } }[];
};
type Imports = { imports: { id: string; name: string; added: number; undoneAt: string | null }[] };

const file = async (
  company: Relations,
  name: string,
  body: string | Buffer,
  more: Record<string, string> = {},
) => {
  const query = new URLSearchParams({ kind: 'followers', dryRun: 'false', name, ...more });
  const response = await company.company.as(`${company.home}/relations/imports/file?${query}`, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(body)),
    headers: { 'content-type': 'application/octet-stream' },
  });
  return { status: response.status, report: (await response.json()) as Report };
};
const names = async (company: Relations) =>
  (await company.get<{ contacts: { name: string }[] }>('contacts')).contacts.map(({ name }) => name).sort();

const instagram = (...people: string[]) =>
  JSON.stringify(
    people.map((value) => ({ title: '', string_list_data: [{ href: '', value, timestamp: 1_700_000_000 }] })),
  );

describe('a file', () => {
  it('of Mastodon says itself who follows us, whatever was chosen', async () => {
    const company = await openRelations(test, 'Mastodon');
    const { report } = await file(
      company,
      'followers.csv',
      'Account address,Show boosts\nanna@mastodon.uno,true\nluca@mastodon.uno,true\n',
      { kind: 'contacts' },
    );
    expect(report).toMatchObject({ read: 2, added: 2 });
    expect((await company.edges()).every((edge) => edge.endsWith('>us follow'))).toBe(true);
  });

  it('that is a network’s archive brings the lists in it, their words mended, and looks at nothing else', async () => {
    const company = await openRelations(test, 'Archivio');
    const archive = zipOf([
      {
        path: 'connections/followers_and_following/followers_1.json',
        text: instagram('caff\u00c3\u00a8_da_nino', 'bea'),
      },
      {
        path: 'connections/followers_and_following/following.json',
        text: JSON.stringify({ relationships_following: JSON.parse(instagram('carlo')) }),
      },
      { path: 'messages/inbox/message_1.json', text: '{"sender_name":"x"}' },
    ]);
    const tried = await file(company, 'instagram.zip', archive, { dryRun: 'true' });
    expect(tried.report).toMatchObject({ read: 3 });
    expect(await names(company)).toEqual([]);
    await file(company, 'instagram.zip', archive);
    expect(await names(company)).toEqual(['bea', 'caffè_da_nino', 'carlo']);
    expect([...(await company.edges())].sort()).toEqual([
      'instagram:bea>us follow',
      'instagram:caffè_da_nino>us follow',
    ]);
  });

  it('of X is read through its own wrapping', async () => {
    const company = await openRelations(test, 'X');
    const text = 'window.YTD.follower.part0 = [ { "follower" : { "accountId" : "12", "userLink" : "" } } ]';
    const { report } = await file(company, 'follower.js', text);
    expect(report).toMatchObject({ read: 1, added: 1 });
    expect(await company.edges()).toEqual(['x:12>us follow']);
  });

  it('of LinkedIn is refused whole, with the reason', async () => {
    const company = await openRelations(test, 'LinkedIn');
    const csv =
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnna,Bè,,,Frantoio,Mastro,1 Jan 2026\n';
    const { report } = await file(company, 'dati.zip', zipOf([{ path: 'Connections.csv', text: csv }]));
    expect(report).toMatchObject({ read: 1, added: 0, refused: 1 });
    expect(report.problems[0]?.says.it).toMatch(/LinkedIn non permette/);
    expect(await names(company)).toEqual([]);
  });

  it('that is too large, a bomb, broken or no text is refused, and nobody is brought in', async () => {
    const company = await openRelations(test, 'Rotti');
    const bomb = zipOf([
      { path: 'followers_1.json', packed: Buffer.alloc(1_000), size: 90_000_000 },
      { path: 'following.json', packed: Buffer.from('rotto'), size: 5 },
    ]);
    expect((await file(company, 'bomba.zip', bomb)).status).toBe(422);
    expect(
      (await file(company, 'tronco.zip', zipOf([{ path: 'followers.json', text: '[]' }]).subarray(0, 40)))
        .status,
    ).toBe(422);
    expect((await file(company, 'foto.png', Buffer.from([0x89, 0x50, 0, 0, 0, 1]))).status).toBe(422);
    expect((await file(company, 'grande.csv', Buffer.alloc(20_000_001, 'a'))).status).toBe(413);
    expect((await file(company, 'altro.json', '{"a": 1}')).report.problems).toHaveLength(1);
    expect(await names(company)).toEqual([]);
  });

  it('that was brought in is taken back, but for who has spoken since', async () => {
    const company = await openRelations(test, 'Indietro', 'fediverse');
    await file(company, 'followers.csv', 'Account address\nanna@mastodon.uno\nluca@mastodon.uno\n');
    const author = {
      nativeId: 'https://mastodon.uno/users/anna',
      name: 'Anna',
      handle: '@anna@mastodon.uno',
    };
    await company.hear({ nativeId: 'a1', author, saidAt: daysAgo(1) });
    const [imported] = (await company.get<Imports>('relations/imports')).imports;
    expect(imported).toMatchObject({ name: 'followers.csv', added: 2, undoneAt: null });
    expect(await company.post(`relations/imports/${imported?.id}/undo`)).toEqual({ removed: 1, kept: 1 });
    expect(await company.edges()).toEqual(['https://mastodon.uno/users/anna>us mention']);
    expect(await names(company)).toHaveLength(1);
    expect((await company.status('POST', `relations/imports/${imported?.id}/undo`)).status).toBe(409);
    expect((await company.get<Imports>('relations/imports')).imports[0]?.undoneAt).not.toBeNull();
  });
});
