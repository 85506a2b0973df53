import { describe, expect, it } from 'vitest';
import { threadIntents } from '../../../src/conversation/store/thread-intents.ts';
import { aspects, intents as readIntents } from '../../../src/language/index.ts';
import { commonAspects, hintOf, intents } from './reading-view.ts';

describe('the row of a conversation', () => {
  it('does not set a guessed feeling beside an intent: a complaint is never shown as perhaps pleased', () => {
    expect(hintOf({ intents: ['complaint'], polarity: 'pos', unsure: true })).toEqual({
      intent: 'complaint',
      polarity: undefined,
      isGuess: true,
    });
  });

  it('shows the feeling that is known, and a guess alone as a guess', () => {
    expect(hintOf({ intents: ['complaint'], polarity: 'neg', unsure: false }).polarity).toBe('neg');
    expect(hintOf({ intents: [], polarity: 'pos', unsure: true })).toMatchObject({
      polarity: 'pos',
      isGuess: true,
    });
  });

  it('says first what is urgent, and nothing where there is nothing to say', () => {
    expect(hintOf({ intents: ['complaint', 'urgent'], polarity: 'neg', unsure: false }).intent).toBe(
      'urgent',
    );
    expect(hintOf({ intents: [], polarity: 'neu', unsure: false })).toMatchObject({
      intent: undefined,
      polarity: undefined,
    });
  });
});

it('screens and lists know every intent and aspect that is read', () => {
  expect([...intents].sort()).toEqual([...readIntents].sort());
  expect([...threadIntents].sort()).toEqual([...readIntents].sort());
  expect([...commonAspects].sort()).toEqual([...aspects].sort());
});
