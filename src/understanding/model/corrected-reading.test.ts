import { describe, expect, it } from 'vitest';
import type { Reading } from '../../language/index.ts';
import { correctReading } from './corrected-reading.ts';
import { judgementOf } from './judgement.ts';

const reading: Reading = {
  language: 'it',
  polarity: 'pos',
  polarityScore: 0.4,
  intents: ['praise'],
  needsReply: true,
  aspects: [{ aspect: 'price', polarity: 'pos' }],
  urgency: 0.7,
  toxic: false,
  confidence: { polarity: 0.4, praise: 0.6, needs_reply: 0.7, price: 0.8 },
  unsure: true,
  forAPerson: true,
  evidence: [
    { head: 'polarity', start: 0, end: 4 },
    { head: 'praise', start: 5, end: 9 },
    { head: 'needs_reply', start: 10, end: 12 },
  ],
};

describe('a corrected reading', () => {
  it('says what the person said, surely, and drops the evidence that speaks against it', () => {
    const corrected = correctReading(reading, { polarity: 'neg', intents: ['complaint'], needsReply: false });
    expect(corrected).toMatchObject({
      polarity: 'neg',
      polarityScore: -1,
      intents: ['complaint'],
      needsReply: false,
      unsure: false,
      forAPerson: false,
      urgency: 0,
      evidence: [],
      confidence: { polarity: 1, complaint: 1, price: 0.8 },
    });
    expect(corrected.confidence).not.toHaveProperty('praise');
  });

  it('leaves what was not spoken of as it was read', () => {
    const corrected = correctReading(reading, { toxic: true });
    expect(corrected).toMatchObject({
      ...reading,
      toxic: true,
      confidence: { ...reading.confidence, toxic: 1 },
    });
  });

  it('says the same and more surely when it was read rightly', () => {
    const corrected = correctReading(reading, judgementOf(reading));
    expect(judgementOf(corrected)).toEqual(judgementOf(reading));
    expect(corrected.evidence).toEqual(reading.evidence);
    expect(corrected.unsure).toBe(false);
  });
});
