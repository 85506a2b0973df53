import fc from 'fast-check';
import { expect, it } from 'vitest';
import { momentOf, wallText } from './wall-text.ts';

it('a moment written in a field for date and time is read back, wherever whoever reads it is', () => {
  const at = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(at, fc.constantFrom('Europe/Rome', 'UTC', 'Asia/Kolkata'), (date, timeZone) => {
      const text = wallText(date, timeZone);
      const back = momentOf(text, timeZone);
      expect(back && wallText(back, timeZone)).toBe(text);
    }),
  );
  expect(momentOf('2026-06-01T09:30', 'Europe/Rome')?.toISOString()).toBe('2026-06-01T07:30:00.000Z');
  expect(momentOf('', 'Europe/Rome')).toBeUndefined();
});
