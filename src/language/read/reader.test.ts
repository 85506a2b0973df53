import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLexicon } from '../lexicon/lexicon-file.ts';
import { loadLanguage } from '../load-language.ts';
import { createReader } from './create-reader.ts';

const shipped = loadLanguage();
const reader = createReader(shipped);
const read = (text: string) => reader.understand(text);

describe('a text', () => {
  it('that complains is a complaint, waits for an answer, and shows why', () => {
    const text =
      'Ordine arrivato in ritardo e con due bottiglie rotte, nessuno mi risponde da una settimana!';
    const reading = read(text);
    expect(reading).toMatchObject({ language: 'it', polarity: 'neg', needsReply: true });
    expect(reading.intents).toContain('complaint');
    expect(reading.aspects).toContainEqual({ aspect: 'delivery', polarity: 'neg' });
    const shown = reading.evidence
      .filter(({ head }) => head === 'complaint')
      .map(({ start, end }) => text.slice(start, end));
    expect(shown.join(' ')).toMatch(/ritardo|rotte|risponde/);
  });

  it.each([
    ['Che profumo, complimenti a tutti, torneremo!', 'pos', 'praise'],
    ['vorrei sapere quando riaprite', 'neu', 'question'],
    ['Fate schifo, ladri, vergognatevi', 'neg', 'insult'],
    ['lo voglio, dove si compra?', 'pos', 'purchase_intent'],
  ])('«%s» is read as %s, %s', (text, polarity, intent) => {
    const reading = read(text);
    expect(reading.intents).toContain(intent);
    if (intent !== 'purchase_intent') expect(reading.polarity).toBe(polarity);
  });

  it('of a place to sleep is judged by what one judges there', () => {
    const { aspects } = read('Camera pulita e letto comodo, personale gentile, ma il wifi non funzionava');
    expect(aspects).toContainEqual({ aspect: 'cleanliness', polarity: 'pos' });
    expect(aspects).toContainEqual({ aspect: 'staff', polarity: 'pos' });
    expect(aspects.find(({ aspect }) => aspect === 'wifi')?.polarity).toBe('neg');
  });

  it('turns with its negation', () => {
    expect(read('Non è per niente buono').polarity).toBe('neg');
    expect(read('Niente male, davvero').polarity).toBe('pos');
  });

  it('with nothing in it says nothing', () => {
    for (const empty of ['', '   ', '\u200b\u200b', '12345'])
      expect(read(empty)).toMatchObject({ polarity: 'neu', intents: [], aspects: [] });
  });
});

describe('the words of a company', () => {
  const own = parseLexicon(
    '# aspect:vintage\nannata | millesimo\n# polarity\n-4 tappa* | sa di tappo',
  ).entries;
  const theirs = createReader({ ...shipped, entries: [...shipped.entries, ...own] });

  it('name aspects of their own', () => {
    const text = 'Annata magnifica, complimenti';
    const reading = theirs.understand(text);
    expect(reading.aspects).toContainEqual({ aspect: 'vintage', polarity: 'pos' });
    expect(reading.evidence).toContainEqual({ head: 'vintage', start: 0, end: 6 });
    expect(reader.understand(text).aspects.map(({ aspect }) => aspect)).not.toContain('vintage');
  });

  it('weigh at once', () => {
    const text = 'Questo sa di tappo';
    expect(theirs.understand(text).polarityScore).toBeLessThan(reader.understand(text).polarityScore);
  });
});

describe('a greeting, a yes or a no', () => {
  it.each(['ciao', 'Salve!', 'Buongiorno a tutti', 'sì', 'NO.', '@cantina ciao', 'Good morning everyone'])(
    '“%s” alone says nothing of us',
    (text) => {
      expect(read(text)).toMatchObject({ polarity: 'neu', intents: [], aspects: [], unsure: false });
    },
  );

  it('does say something beside other words, or as a question', () => {
    expect(read('ciao ciao, mai più da voi').polarity).toBe('neg');
    expect(read('no, pessimo').polarity).toBe('neg');
    expect(read('Salve?').needsReply).toBe(true);
  });
});

describe('whatever comes', () => {
  it('evidence points into the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        'pessimo',
        'ottimo',
        '😍',
        ' ',
        '?',
        'non',
        'arrivato rotto',
        '\ud800',
        '\u202e',
        '#',
        '@a',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        for (const { start, end } of read(text).evidence) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it.each([
    ['a megabyte of words', 'bello '.repeat(170_000)],
    ['a megabyte of one word', 'a'.repeat(1_000_000)],
    ['lone surrogates', '\ud800'.repeat(100_000)],
    ['zero-width characters', '\u200b'.repeat(100_000)],
    ['a thousand emoji', '😡'.repeat(1_000)],
    ['marks without end', '?!'.repeat(100_000)],
    ['a million apostrophes', "l'".repeat(500_000)],
    ['links in a row', 'https://'.repeat(50_000)],
  ])('%s is read without harm', (_, text) => {
    expect(['pos', 'neg', 'neu', 'mixed']).toContain(read(text).polarity);
  });

  it('the same text is read the same, whatever was read before it', () => {
    const text = 'Servizio lento ma cibo ottimo, dove siete?';
    const first = read(text);
    for (const other of ['', 'x'.repeat(5_000), 'pessimo '.repeat(300), '😍']) read(other);
    expect(read(text)).toEqual(first);
  });
});
