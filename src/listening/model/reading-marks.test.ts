import { describe, expect, it } from 'vitest';
import { marksOf, marksWanted } from './reading-marks.ts';

describe('the marks of a reading', () => {
  it('are its judgements, each once', () => {
    const reading = {
      polarity: 'neg',
      intents: ['complaint', 'urgent'],
      needsReply: true,
      unsure: false,
      aspects: [
        { aspect: 'price', polarity: 'neg' },
        { aspect: 'annata', polarity: 'neu' },
        { aspect: 'price', polarity: 'pos' },
      ],
    } as const;
    expect(marksOf(reading)).toEqual([
      'neg',
      'complaint',
      'urgent',
      'needs_reply',
      'aspect:price',
      'aspect:annata',
    ]);
  });

  it('answer to every filter that a list can have', () => {
    const filter = { polarity: 'neg', intent: 'urgent', urgent: true, needsReply: true, aspect: 'annata' };
    expect(marksWanted(filter)).toEqual(['aspect:annata', 'urgent', 'needs_reply', 'neg']);
    expect(marksWanted({ urgent: false, needsReply: false })).toEqual([]);
  });
});
