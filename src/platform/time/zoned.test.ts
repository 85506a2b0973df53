import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt, wallTimeOf } from './zoned.ts';

const zone = fc.constantFrom('Europe/Rome', 'America/New_York', 'Asia/Kolkata', 'UTC', 'Australia/Lord_Howe');
const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

describe('the clock on the wall', () => {
  it('and the instant go back and forth, but for the hour that comes twice', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
        const wall = wallTimeOf(minute, timeZone);
        const back = instantAt(wall, timeZone);
        expect(wallTimeOf(back, timeZone)).toEqual(wall);
        expect(minute.getTime() - back.getTime()).toBeLessThanOrEqual(3_600_000);
        expect(minute.getTime() - back.getTime()).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('jumps over an hour in spring and repeats one in autumn', () => {
    const rome = (text: string, minutes: number) => {
      const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
      return instantAt({ year, month, day, minutes }, 'Europe/Rome').toISOString();
    };
    expect(rome('2026-03-29', 119)).toBe('2026-03-29T00:59:00.000Z');
    expect(rome('2026-03-29', 150)).toBe('2026-03-29T01:30:00.000Z');
    expect(rome('2026-03-29', 180)).toBe('2026-03-29T01:00:00.000Z');
    expect(rome('2026-10-25', 150)).toBe('2026-10-25T00:30:00.000Z');
    expect(rome('2026-10-25', 180)).toBe('2026-10-25T02:00:00.000Z');
  });
});
