import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../platform/fetch/index.ts';
import { MOST_OUTLINES, readOpml, writeOpml } from './opml.ts';

const opml = (body: string) =>
  `<?xml version="1.0"?>\n<opml version="2.0"><head><title>x</title></head><body>\n${body}\n</body></opml>`;
const linesOf = (text: string) => {
  const read = readOpml(text);
  return read.ok ? read.value : read.error;
};

it('reads feeds in their folders, with the line each begins on', () => {
  const text = opml(`<!-- <outline xmlUrl="https://no.example/"/> -->
<outline text="Cibo">
  <outline type="rss" text="Panificio" xmlUrl="https://pane.example/feed" htmlUrl="https://pane.example/"/>
  <outline text="Vino"><outline
    title="Cantina" text="c" XMLURL="feed://cantina.example/rss"/></outline>
</outline>
<outline text="Senza indirizzo"/>
<outline text="Sbagliato" xmlUrl="javascript:alert(1)"/>
<outline text="Di nuovo" xmlUrl="https://pane.example/feed"/>`);
  expect(linesOf(text)).toEqual([
    {
      line: 5,
      title: 'Panificio',
      folders: ['Cibo'],
      url: 'https://pane.example/feed',
      page: 'https://pane.example/',
    },
    { line: 6, title: 'Cantina', folders: ['Cibo', 'Vino'], url: 'https://cantina.example/rss' },
    { line: 9, title: 'Senza indirizzo', folders: [], problem: 'no-address' },
    { line: 10, title: 'Sbagliato', folders: [], problem: 'bad-address' },
    { line: 11, title: 'Di nuovo', folders: [], url: 'https://pane.example/feed', problem: 'twice' },
  ]);
});

it('reads what a program wrote', () => {
  const file = new URL('../../../test/peers/web/files/sottoscrizioni.opml', import.meta.url);
  expect(linesOf(fs.readFileSync(file, 'utf8'))).toMatchObject([
    { title: 'Panificio Tre Spighe', folders: ['Cibo'] },
  ]);
});

it('reads other letters', () => {
  const text = opml('<outline text="Caff\u00e8" xmlUrl="https://caffe.example/"/>').replace(
    '<?xml version="1.0"?>',
    '<?xml version="1.0" encoding="iso-8859-1"?>',
  );
  expect(linesOf(decodeText(Buffer.from(text, 'latin1'), null))).toMatchObject([{ title: 'Caffè' }]);
});

describe('is not taken in by', () => {
  it.each<[string, string, string]>([
    ['something else', '<html><body>Ciao</body></html>', 'not-opml'],
    ['nothing', '', 'not-opml'],
    ['half a file', opml('<outline text="x" xmlUrl="https://x.example/"/>').slice(0, 60), 'not-opml'],
    [
      'a list without feeds',
      opml('<outline text="Vuota"><outline text="Dentro"><outline/></outline></outline>').replace(
        '<outline/>',
        '',
      ),
      'no-address',
    ],
    [
      'entities that multiply',
      `<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${opml('<outline text="&b;"/>')}`,
      'entities',
    ],
    ['outlines in outlines', opml('<outline text="a">'.repeat(5_000)), 'too-deep'],
    ['twelve million letters', `<opml><body>${' '.repeat(12_000_001)}`, 'too-large'],
  ])('%s', (_, text, expected) => {
    const read = linesOf(text);
    expect(typeof read === 'string' ? read : read[0]).toEqual(
      expected === 'no-address' ? expect.objectContaining({ problem: expected }) : expected,
    );
  });

  it('a million comments that never end', () => {
    expect(linesOf(`<opml><body>${'<!--'.repeat(1_000_000)}`)).toEqual(expect.any(String));
  });

  it('more feeds than anybody reads', () => {
    const many = Array.from(
      { length: MOST_OUTLINES + 10 },
      (_, at) => `<outline xmlUrl="https://x.example/${at}"/>`,
    );
    expect(linesOf(opml(many.join('\n')))).toHaveLength(MOST_OUTLINES);
  });

  it('anything at all', () => {
    const piece = fc.constantFrom(
      '<outline',
      ' xmlUrl="',
      'https://a.example/',
      '"',
      '/>',
      '>',
      '</outline>',
      '<opml>',
      '<body>',
      '<!--',
      '-->',
      '&amp;',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          readOpml(text);
        },
      ),
    );
  });
});

it('a list of nothing is a list', () => {
  expect(linesOf(writeOpml('Le nostre', [], new Date(0)))).toBe('empty');
});

it('what we write is read as it was', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({
          title: fc.stringMatching(/^[\p{L}&<>"' ]{0,20}[\p{L}]$/u),
          url: fc.webUrl({ withQueryParameters: true }),
        }),
        {
          selector: ({ url }) => new URL(url).href,
          minLength: 1,
          maxLength: 8,
        },
      ),
      (feeds) => {
        const read = readOpml(writeOpml('Le nostre', feeds, new Date(0)));
        expect(read.ok && read.value.map(({ title, url }) => ({ title, url }))).toEqual(
          feeds.map(({ title, url }) => ({
            title: title.replace(/\s+/g, ' ').trim(),
            url: new URL(url).href,
          })),
        );
      },
    ),
    { numRuns: 60 },
  );
});
