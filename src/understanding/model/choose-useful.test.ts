import { describe, expect, it } from 'vitest';
import type { Reading } from '../../language/index.ts';
import { type Candidate, chooseUseful } from './choose-useful.ts';

const candidate = (id: string, body: string, polarity: number, change: Partial<Reading> = {}): Candidate => ({
  id,
  channel: 'mail',
  body,
  reading: {
    language: 'it',
    polarity: 'neu',
    polarityScore: 0,
    intents: [],
    needsReply: false,
    aspects: [],
    urgency: 0,
    toxic: false,
    confidence: { polarity },
    unsure: polarity < 0.5,
    forAPerson: false,
    evidence: [],
    ...change,
  },
});

const idsOf = (candidates: readonly Candidate[], limit = 10) =>
  chooseUseful(candidates, limit).map(({ id }) => id);

describe('the most useful texts', () => {
  it('are the least certain, as many as were asked for', () => {
    const texts = [
      candidate('sure', 'tutto chiaro come il sole', 0.99),
      candidate('guess', 'forse domani piove un poco', 0.3),
      candidate('half', 'ci siamo visti a teatro', 0.6),
    ];
    expect(idsOf(texts, 2)).toEqual(['guess', 'half']);
  });

  it('are not like one another, and say more than two words', () => {
    const texts = [
      candidate('one', 'il servizio era così così ieri', 0.3),
      candidate('same', 'il servizio era così così oggi', 0.31),
      candidate('short', 'mah boh', 0.1),
    ];
    expect(idsOf(texts)).toEqual(['one']);
  });

  it('are spread over kinds: the fifth of a kind comes after the first of another', () => {
    const kind = [
      'alfa beta gamma',
      'delta epsilon zeta',
      'eta teta iota',
      'kappa lambda mi',
      'ni csi omicron',
    ];
    const texts = [
      ...kind.map((body, at) => candidate(`k${at}`, body, 0.3)),
      candidate('other', 'pi ro sigma', 0.4, { polarity: 'neg' }),
    ];
    const ids = idsOf(texts);
    expect(ids.indexOf('other')).toBeLessThan(3);
    expect(ids).toHaveLength(6);
  });
});
