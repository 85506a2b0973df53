import { describe, expect, it } from 'vitest';
import { callOf, type WordsRead } from './last-words.ts';

const said = (given: Partial<WordsRead>): WordsRead => ({
  needsReply: false,
  intents: [],
  polarity: 'neg',
  unsure: false,
  thanks: false,
  addressed: true,
  canAnswer: true,
  ...given,
});

describe('words that may be a complaint', () => {
  it('are told as one when the reading is sure', () => {
    expect(callOf(said({ intents: ['complaint'] }))).toMatchObject({ complaint: true });
    expect(callOf(said({ intents: ['churn'] }))).toMatchObject({ leftUnhappy: true });
  });

  it('are not when it is a guess: then they wait for an answer', () => {
    expect(callOf(said({ intents: ['complaint', 'churn'], polarity: 'mixed', unsure: true }))).toMatchObject({
      complaint: false,
      leftUnhappy: false,
      needsReply: true,
    });
  });

  it('wait for nobody where we cannot answer', () => {
    expect(callOf(said({ intents: ['complaint'], unsure: true, canAnswer: false })).needsReply).toBe(false);
  });
});
