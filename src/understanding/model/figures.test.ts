import { expect, it } from 'vitest';
import type { Reading } from '../../language/index.ts';
import { figuresOf } from './figures.ts';

const read = (change: Partial<Reading>): Reading => ({
  language: 'it',
  polarity: 'neu',
  polarityScore: 0,
  intents: [],
  needsReply: false,
  aspects: [],
  urgency: 0,
  toxic: false,
  confidence: {},
  unsure: false,
  forAPerson: false,
  evidence: [],
  ...change,
});

it('counts what was found, missed and imagined', () => {
  const figures = figuresOf([
    {
      said: { polarity: 'neg', intents: ['complaint'] },
      read: read({ polarity: 'neg', intents: ['complaint'] }),
    },
    {
      said: { polarity: 'neg', intents: ['complaint'] },
      read: read({ polarity: 'pos', intents: ['praise'] }),
    },
    { said: { polarity: 'pos' }, read: read({ polarity: 'pos', intents: ['praise'] }) },
  ]);
  expect(figures).toEqual({ polarityF1: 0.667, complaintF1: 0.667, intentsF1: 0.5, agreement: 0.667 });
});

it('says nothing of what nobody spoke of', () => {
  const figures = figuresOf([{ said: { needsReply: false }, read: read({}) }]);
  expect(figures).toEqual({ polarityF1: null, complaintF1: null, intentsF1: null, agreement: 1 });
});
