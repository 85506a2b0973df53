import { describe, expect, it } from 'vitest';
import { dayIn } from './times.ts';

describe('the day of an instant', () => {
  it('is the one of the person’s own time zone', () => {
    expect(dayIn('2026-03-28T23:30:00Z', 'Europe/Rome')).toBe('2026-03-29');
    expect(dayIn('2026-03-28T23:30:00Z', 'America/New_York')).toBe('2026-03-28');
  });

  it('follows the clocks when they change', () => {
    expect(dayIn('2026-10-24T22:30:00Z', 'Europe/Rome')).toBe('2026-10-25');
    expect(dayIn('2026-10-25T23:30:00Z', 'Europe/Rome')).toBe('2026-10-26');
    expect(dayIn('2026-10-25T22:30:00Z', 'Europe/Rome')).toBe('2026-10-25');
  });
});
