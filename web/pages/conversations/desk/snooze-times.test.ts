import { describe, expect, it } from 'vitest';
import { snoozeTimes } from './snooze-times.ts';

const at = (text: string) => snoozeTimes(new Date(text), 'Europe/Rome').map(({ id, at }) => `${id} ${at}`);

describe('the moments offered to put something aside', () => {
  it('are on the clock of the place, also when it is moved that night', () => {
    expect(at('2026-03-28T09:00:00Z')).toEqual([
      'later 2026-03-28T12:00:00.000Z',
      'tomorrow 2026-03-29T07:00:00.000Z',
      'monday 2026-03-30T07:00:00.000Z',
      'week 2026-04-04T07:00:00.000Z',
    ]);
  });

  it('offer nothing twice: on Sunday Monday is tomorrow, late in the evening later is tomorrow', () => {
    expect(at('2026-11-22T21:30:00Z')).toEqual([
      'tomorrow 2026-11-23T08:00:00.000Z',
      'week 2026-11-29T08:00:00.000Z',
    ]);
  });
});
