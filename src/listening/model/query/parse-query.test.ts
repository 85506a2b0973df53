import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasAnchor } from './has-anchor.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import { anyQuery } from './query.fixture.ts';
import { tellQueryProblem } from './query-problem.ts';

const read = (text: string) => {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};
const problems = (text: string) => {
  const parsed = parseQuery(text);
  return parsed.ok ? [] : parsed.error.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
};
const inEnglish = (text: string) => printQuery(read(text));

describe('a query is read', () => {
  it.each([
    ['vino tappo', 'vino AND tappo'],
    ['vino E tappo', 'vino AND tappo'],
    ['vino O birra E tappo', 'vino OR (birra AND tappo)'],
    ['(vino O birra) tappo', '(vino OR birra) AND tappo'],
    ['vino -birra', 'vino AND NOT birra'],
    ['vino NON (birra O olio)', 'vino AND NOT (birra OR olio)'],
    ['vino VICINO/5 tappo', 'vino NEAR/5 tappo'],
    ['vino NEAR tappo', 'vino NEAR/5 tappo'],
    ['(vino O birra) NEAR/3 "di sughero"', '(vino OR birra) NEAR/3 "di sughero"'],
    ['degust*', 'degust*'],
    ['«Cantina Rossi» canale:bluesky', '"Cantina Rossi" AND channel:bluesky'],
    [
      'vino lingua:it autore:@rossi luogo:"Santa Lucia"',
      'vino AND lang:it AND author:@rossi AND place:"Santa Lucia"',
    ],
    [
      '#vino @rossi rossi.it https://rossi.it/vini',
      '#vino AND @rossi AND rossi.it AND https://rossi.it/vini',
    ],
    ['l’osteria auto-lavaggio', 'l’osteria AND auto-lavaggio'],
    ['vino e birra', 'vino AND e AND birra'],
    ['“di sughero”', '"di sughero"'],
  ])('%s', (text, english) => {
    expect(inEnglish(text)).toBe(english);
  });
  it('in Italian as in English', () => {
    expect(printQuery(read('(wine OR (beer AND NOT oil)) place:Alba'), 'it')).toBe(
      '(wine O (beer E NON oil)) E luogo:Alba',
    );
  });
});

describe('what is wrong with a query is told with its place', () => {
  it.each([
    ['', [['empty', '']]],
    ['vino "tappo', [['unclosed-quote', '"tappo']]],
    ['(vino O birra', [['unclosed-paren', '(']]],
    ['vino) birra', [['unopened-paren', ')']]],
    ['vino ()', [['empty-group', '()']]],
    ['vino ""', [['empty-phrase', '""']]],
    ['O vino', [['nothing-before', 'O']]],
    ['vino E', [['nothing-after', 'E']]],
    ['vino NON', [['nothing-after', 'NON']]],
    ['vino NEAR/0 tappo', [['near-distance', 'NEAR/0']]],
    ['vino NEAR/5', [['nothing-after', 'NEAR/5']]],
    ['vino NEAR/5 (tappo E sughero)', [['near-part', 'NEAR/5']]],
    ['vi*', [['star-short', 'vi*']]],
    ['*vin*', [['star-inside', '*vin*']]],
    ['colore:rosso vino', [['unknown-field', 'colore:rosso']]],
    ['vino canale:', [['empty-field', 'canale:']]],
    ['canale:bluesky', [['only-filters', 'canale:bluesky']]],
    ['NON vino', [['only-exclusions', 'NON vino']]],
    ['vino !', [['no-word', '!']]],
    [
      'O vino) "',
      [
        ['nothing-before', 'O'],
        ['unopened-paren', ')'],
        ['unclosed-quote', '"'],
        ['empty-phrase', '"'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
  it('in both languages', () => {
    const parsed = parseQuery('vino VICINO/500 tappo');
    if (parsed.ok) throw new Error('it should not be read');
    expect(tellQueryProblem(parsed.error[0], 'it')).toBe(
      '«VICINO/500»: la distanza va da 1 a 100 parole, per esempio VICINO/5.',
    );
    expect(tellQueryProblem(parsed.error[0], 'en')).toBe(
      '“VICINO/500”: the distance is 1 to 100 words, such as NEAR/5.',
    );
  });
});

describe('the reader of queries', () => {
  it('prints what it reads so that it reads the same again, in both languages', () => {
    fc.assert(
      fc.property(
        anyQuery.filter(hasAnchor),
        fc.constantFrom('it' as const, 'en' as const),
        (query, language) => {
          expect(parseQuery(printQuery(query, language))).toEqual({ ok: true, value: query });
        },
      ),
      { numRuns: 500 },
    );
  });
  it('answers on any text at all, each problem inside of it', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '"',
      '«',
      '”',
      ' E ',
      ' O ',
      'NON ',
      '-',
      ' NEAR/3 ',
      'canale:',
      '*',
      'vino ',
      '#',
      'x.it ',
      '\n',
      '💛',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (query) => {
        const parsed = parseQuery(query);
        if (parsed.ok) expect(parseQuery(printQuery(parsed.value))).toEqual(parsed);
        else
          for (const { start, end } of parsed.error) {
            expect(start).toBeLessThanOrEqual(end);
            expect(end).toBeLessThanOrEqual(query.length);
          }
      }),
      { numRuns: 3_000 },
    );
  });
  it('does not lose itself in parentheses', () => {
    expect(problems('('.repeat(9_000))).toContainEqual(['too-deep', '(']);
    expect(problems('NON '.repeat(1_000)).map(([kind]) => kind)).toContain('too-deep');
    expect(problems('vino '.repeat(301)).map(([kind]) => kind)).toEqual(['too-many']);
    expect(problems('v'.repeat(10_001)).map(([kind]) => kind)).toEqual(['too-long']);
  });
});
