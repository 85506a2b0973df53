import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk } from '../../../platform/result.ts';
import { emptyBuilder, fromBuilder, toBuilder } from './builder.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import { anyQuery } from './query.fixture.ts';

const listsOf = (text: string) => toBuilder(expectOk(parseQuery(text)), 'it');

describe('a query as lists', () => {
  it('has what must be there, what may, what must not, and the filters', () => {
    expect(listsOf('(vino O "Rosso del Bricco") tappo -birra -(olio O aceto) canale:bluesky')).toEqual({
      any: ['vino', '"Rosso del Bricco"'],
      all: ['tappo'],
      none: ['birra', 'olio', 'aceto'],
      filters: [{ field: 'channel', value: 'bluesky' }],
    });
    expect(listsOf('vino')).toEqual({ ...emptyBuilder, any: ['vino'] });
    expect(listsOf('vino VICINO/5 tappo')).toEqual({ ...emptyBuilder, any: ['vino VICINO/5 tappo'] });
  });
  it.each([
    '(vino E rosso) O birra',
    '(vino O birra) (rosso O bianco)',
    'vino NON (birra E olio)',
    'vino NON canale:mail',
  ])('cannot show %s, which is then shown as text', (text) => {
    expect(listsOf(text)).toBeNull();
  });
  it('reads lines of several words as phrases', () => {
    const query = expectOk(
      fromBuilder({ ...emptyBuilder, any: ['cantina rossi', 'vino', '', '“Rosso” del Bricco'] }),
    );
    expect(printQuery(query)).toBe('"cantina rossi" OR vino OR "Rosso” del Bricco"');
  });
  it('says what it cannot read', () => {
    expect(fromBuilder(emptyBuilder)).toMatchObject({ error: { kind: 'no-words' } });
    expect(fromBuilder({ ...emptyBuilder, none: ['vino'] })).toMatchObject({ error: { kind: 'no-words' } });
    expect(fromBuilder({ ...emptyBuilder, any: ['vino', '!!'] })).toMatchObject({
      error: { kind: 'unreadable', list: 'any', index: 1 },
    });
  });
  it('is the same query seen in another way', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const lists = toBuilder(query);
        if (!lists) return;
        const back = fromBuilder(lists);
        if (back.ok) expect(toBuilder(back.value)).toEqual(lists);
        else expect(back.error.kind).toBe('no-words');
      }),
      { numRuns: 1_000 },
    );
  });
});
