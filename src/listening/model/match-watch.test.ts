import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../platform/text/index.ts';
import { compileWatches } from './all-watches.ts';
import { mergeSpans, type Span } from './match-watch.ts';
import { LONGEST_GAP } from './matching/find-term.ts';
import { queryOfTerms } from './query-of-terms.ts';
import { wordsOf } from './words-of.ts';

const watch = (terms: string[], except: string[] = []) =>
  compileWatches([{ id: 'w', query: queryOfTerms(terms, except) }]);
const texts = (...all: string[]) => ({ texts: all, links: [] });
const marked = (terms: string[], text: string, except: string[] = []) =>
  watch(terms, except)
    .match(texts(text))
    .flatMap(({ spans }) => spans.map(([start, end]) => text.slice(start, end)));

describe('a watch of words and phrases as they stand', () => {
  it('does not mind case and accents, on either side', () => {
    expect(marked(['Caffè Perù'], 'ieri al CAFFE PERU!')).toEqual(['CAFFE PERU']);
    expect(marked(['caffe peru'], 'al Cafe\u0300, anzi Caffe\u0300 Perù')).toEqual(['Caffe\u0300 Perù']);
  });

  it('meets whole words only', () => {
    expect(marked(['rossi'], 'Rossini e i rossicci')).toEqual([]);
    expect(marked(['rossi'], '(Rossi)')).toEqual(['Rossi']);
  });

  it('sees through elisions, straight or curly', () => {
    expect(marked(['osteria del ponte'], "all'Osteria del Ponte")).toEqual(['Osteria del Ponte']);
    expect(marked(["l'osteria"], 'dentro l’Osteria')).toEqual(['l’Osteria']);
    expect(marked(['osteria'], 'lʼosteria')).toEqual(['osteria']);
  });

  it('knows a phrase in a hashtag, a handle and an address', () => {
    const text = '#CantinaRossi @cantina_rossi https://cantinarossi.it www.cantinarossi.it';
    expect(marked(['Cantina Rossi'], text)).toEqual([
      'CantinaRossi',
      'cantina_rossi',
      'cantinarossi',
      'cantinarossi',
    ]);
    expect(marked(['con te'], 'il conte')).toEqual([]);
  });

  it('typed with its sign asks for the sign', () => {
    expect(marked(['@rossi'], 'rossi e @Rossi')).toEqual(['Rossi']);
    expect(marked(['#vino'], 'vino #vino')).toEqual(['vino']);
  });

  it('does not join words over the distance of a sentence', () => {
    expect(marked(['cantina rossi'], 'la cantina — dicono — Rossi')).toEqual([]);
    expect(marked(['cantina rossi'], 'la cantina «Rossi»')).toEqual(['cantina «Rossi']);
  });

  it('is called off by a word that it excepts, wherever it stands', () => {
    expect(marked(['rossi'], 'Valentino Rossi in moto', ['moto', 'valentino rossi'])).toEqual([]);
    expect(watch(['rossi'], ['moto']).match(texts('Rossi', 'Una moto'))).toEqual([]);
  });

  it('counts other texts without marking them', () => {
    expect(watch(['rossi']).match(texts('niente', 'Rossi'))).toEqual([{ watchId: 'w', spans: [] }]);
  });

  it('can be a pictograph, and never an empty term', () => {
    expect(marked(['🍷'], 'buono🍷davvero')).toEqual(['🍷']);
    expect(compileWatches([{ id: 'w', query: '"!"' }]).wants('qualunque ! cosa')).toBe(false);
  });
});

/** Word by word, position by position, without any index: slow and plainly right. */
const naive = (terms: readonly string[], except: readonly string[], text: string): Span[] | undefined => {
  const split = (value: string) =>
    [...value.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|\p{Extended_Pictographic}/gu)].map((m) => ({
      word: foldText(m[0]),
      start: m.index,
      end: m.index + m[0].length,
    }));
  const words = split(text);
  const find = (term: string): Span[] => {
    const wanted = split(term).map(({ word }) => word);
    const sign = term.trimStart()[0];
    const signed = sign === '#' || sign === '@';
    const found: Span[] = [];
    for (let at = 0; wanted.length > 0 && at < words.length; at += 1) {
      const here = words.slice(at, at + wanted.length);
      const start = here[0]?.start ?? 0;
      const close = here.every((w, i) => i === 0 || w.start - (here[i - 1]?.end ?? 0) <= LONGEST_GAP);
      const same = here.map(({ word }) => word).join(' ') === wanted.join(' ');
      if (same && close && (!signed || text[start - 1] === sign)) found.push([start, here.at(-1)?.end ?? 0]);
      const joined = wanted.length > 1 && !signed && words[at]?.word === wanted.join('');
      const prefix = text.slice(0, start).toLowerCase();
      if (joined && ['#', '@', '/', 'www.'].some((p) => prefix.endsWith(p)))
        found.push([start, words[at]?.end ?? 0]);
    }
    return found;
  };
  if (except.some((term) => find(term).length > 0)) return undefined;
  const spans = terms.flatMap(find);
  return spans.length > 0 ? mergeSpans(spans) : undefined;
};

describe('the matcher', () => {
  const piece = fc.constantFrom(
    'a',
    'B',
    'è',
    'E',
    'ab',
    'e\u0301',
    ' ',
    ' ',
    '#',
    '@',
    '/',
    '’',
    '.',
    '🍷',
    'www.',
  );
  const hasWord = (term: string) => wordsOf(term).length > 0;
  const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
  const terms = fc.array(
    fc.array(piece, { minLength: 1, maxLength: 4 }).map((p) => p.join('')),
    { maxLength: 4 },
  );

  it('agrees with the slow and plain one on any watches and text', () => {
    const watches = fc.array(fc.record({ terms, except: terms.map((all) => all.slice(0, 1)) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(watches, text, (rules, said) => {
        const numbered = rules.map((rule, index) => {
          const given = { terms: rule.terms.filter(hasWord), except: rule.except.filter(hasWord) };
          return { id: String(index), ...given, query: queryOfTerms(given.terms, given.except) };
        });
        const found = new Map(
          compileWatches(numbered)
            .match(texts(said))
            .map(({ watchId, spans }) => [watchId, spans]),
        );
        for (const rule of numbered) expect(found.get(rule.id)).toEqual(naive(rule.terms, rule.except, said));
      }),
      { numRuns: 2_000 },
    );
  });
});
