import fc from 'fast-check';
import { expect, it } from 'vitest';
import { invitationExpiry, invitationState } from './invitation-state.ts';

const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const maybe = fc.option(instant, { nil: null });

it('an invitation is open only while nobody used or withdrew it and its time is not over', () => {
  fc.assert(
    fc.property(instant, maybe, maybe, instant, (expiresAt, acceptedAt, withdrawnAt, now) => {
      const open = !acceptedAt && !withdrawnAt && now < expiresAt;
      expect(invitationState({ expiresAt, acceptedAt, withdrawnAt }, now) === 'open').toBe(open);
    }),
  );
});

it('a fresh one is open for a week, also over the change of the clocks', () => {
  const made = new Date('2026-10-23T10:00:00Z');
  const expiresAt = invitationExpiry(made);
  expect(expiresAt).toEqual(new Date('2026-10-30T10:00:00Z'));
  expect(invitationState({ expiresAt, acceptedAt: null, withdrawnAt: null }, made)).toBe('open');
});
