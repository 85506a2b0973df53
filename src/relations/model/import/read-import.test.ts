import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readImport } from './read-import.ts';

const now = new Date('2026-11-22T12:00:00Z');
const csv = (kind: 'followers' | 'contacts' | 'interactions', text: string) =>
  readImport({ format: 'csv', kind, text }, now);

describe('a table of contacts', () => {
  it('is read by what its columns are called, in Italian or English', () => {
    const { people, problems } = csv(
      'contacts',
      'Nome;Azienda;Città;E-mail;Etichette\nAnna Bè;Frantoio;Forlì;ANNA@frantoio.it;olio|amici\n',
    );
    expect(problems).toEqual([]);
    expect(people).toMatchObject([
      {
        line: 2,
        name: 'Anna Bè',
        company: 'Frantoio',
        place: 'Forlì',
        tags: ['olio', 'amici'],
        account: { channel: 'mail', nativeId: 'anna@frantoio.it' },
      },
    ]);
  });

  it('tells its bad lines with their numbers and goes on', () => {
    const { people, problems, read } = csv(
      'contacts',
      'name,email\nAnna,anna@x.it\n,\n"",\nBea,non è una mail\nCarla,\n',
    );
    expect(read).toBe(3);
    expect(people.map(({ name }) => name)).toEqual(['Anna', 'Carla']);
    expect(problems.map(({ line }) => line)).toEqual([5]);
  });

  it('of LinkedIn’s is refused whole: its terms forbid it', () => {
    const { people, refused, problems } = csv(
      'contacts',
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nA,B,,,C,D,1\n',
    );
    expect([people.length, refused]).toEqual([0, 1]);
    expect(problems[0]?.says.it).toContain('LinkedIn');
  });

  it('without a header that says anything is told so', () => {
    expect(csv('contacts', 'x,y\n1,2').problems).toHaveLength(1);
    expect(csv('contacts', '').problems).toHaveLength(1);
  });
});

describe('an archive', () => {
  it('of Mastodon and of Bluesky is known by its columns; others are not guessed at', () => {
    const read = (text: string) => readImport({ format: 'archive', kind: 'followers', text }, now);
    expect(read('Account address,Show boosts\nanna@mastodon.uno,true\n').people).toMatchObject([
      {
        account: { channel: 'fediverse', handle: '@anna@mastodon.uno', nativeId: 'acct:anna@mastodon.uno' },
        follows: true,
      },
    ]);
    expect(read('did,handle\ndid:plc:abc,anna.example\n').people).toMatchObject([
      { account: { channel: 'bluesky', nativeId: 'did:plc:abc' } },
    ]);
    expect(read('{"relationships_followers": []}').problems).toHaveLength(1);
  });
});

describe('a table of interactions', () => {
  it('is read with who, to whom, what and when', () => {
    const { edges, problems } = csv(
      'interactions',
      'da,a,tipo,data\nanna@x.it,noi,risposta,2026-10-01\nnoi,@luca@mastodon.uno,incontro,2026-10-02T10:00:00Z\nanna@x.it,anna@x.it,,2026-10-01\nanna@x.it,noi,bacio,2026-10-01\nanna@x.it,noi,,2099-01-01\nqualcuno di,noi,,2026-10-01\n',
    );
    expect(edges).toMatchObject([
      { line: 2, from: { channel: 'mail' }, to: null, kind: 'reply' },
      { line: 3, from: null, to: { channel: 'fediverse' }, kind: 'meeting' },
    ]);
    expect(problems.map(({ line }) => line)).toEqual([4, 5, 6, 7]);
  });
});

describe('GraphML', () => {
  it('is read with its nodes, its edges and the lines of what is wrong', () => {
    const text = `<?xml version="1.0"?>
<graphml><key id="d0" attr.name="email" for="node"/><key id="d1" attr.name="kind" for="edge"/><key id="d2" attr.name="at" for="edge"/>
<graph edgedefault="directed">
<node id="n1"><data key="d0">anna@x.it</data></node>
<node id="us"/>
<node id="???"/>
<edge source="n1" target="us"><data key="d1">share</data><data key="d2">2026-01-02</data></edge>
<edge source="n1" target="n9"/>
</graph></graphml>`;
    const { people, edges, problems } = readImport({ format: 'graphml', kind: 'interactions', text }, now);
    expect(people.map(({ account }) => account?.nativeId)).toEqual(['anna@x.it']);
    expect(edges).toMatchObject([{ line: 7, kind: 'share', to: null }]);
    expect(problems.map(({ line }) => line)).toEqual([6, 8]);
  });

  it('that is none is told so', () => {
    expect(
      readImport({ format: 'graphml', kind: 'contacts', text: '<html></html>' }, now).problems,
    ).toHaveLength(1);
  });
});

describe('whatever is given', () => {
  it('is read or told, never thrown at', () => {
    const asked = fc.record({
      format: fc.constantFrom('csv' as const, 'graphml' as const, 'archive' as const),
      kind: fc.constantFrom('followers' as const, 'contacts' as const, 'interactions' as const),
      text: fc.oneof(
        fc.string(),
        fc.string().map((rest) => `nome,email,da,a\n${rest}`),
        fc.string().map((rest) => `<graphml><node id="${rest}">`),
      ),
    });
    fc.assert(
      fc.property(asked, (each) => {
        expect(readImport(each, now).read).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
