import { expect, it } from 'vitest';
import { changeOf, type Judged } from './change-of.ts';

const read: Judged = {
  polarity: 'neg',
  intents: ['complaint', 'question'],
  needsReply: true,
  aspects: [
    { aspect: 'delivery', polarity: 'neg' },
    { aspect: 'staff', polarity: 'pos' },
  ],
  toxic: false,
};

it('a reading that nobody changed asks for nothing', () => {
  expect(changeOf(read, { ...read })).toEqual({});
});

it('the order of what is said does not matter', () => {
  const turned = { ...read, intents: [...read.intents].reverse(), aspects: [...read.aspects].reverse() };
  expect(changeOf(read, turned)).toEqual({});
});

it('only what was said otherwise is sent', () => {
  expect(changeOf(read, { ...read, polarity: 'pos', toxic: true })).toEqual({ polarity: 'pos', toxic: true });
  expect(changeOf(read, { ...read, intents: ['complaint'] })).toEqual({ intents: ['complaint'] });
  const aspects = [{ aspect: 'delivery', polarity: 'neu' as const }];
  expect(changeOf(read, { ...read, aspects, needsReply: false })).toEqual({ aspects, needsReply: false });
});
