import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roles } from './policy.ts';
import { keepsCoordinator } from './roster.ts';

const someRoles = fc.subarray([...roles]);
const members = fc
  .uniqueArray(fc.constantFrom('anna', 'bruno', 'carla', 'dora'), { minLength: 1 })
  .chain((people) =>
    fc.tuple(...people.map((personId) => someRoles.map((held) => ({ personId, roles: held })))),
  );

it('a change is allowed exactly when a coordinator remains after it', () => {
  fc.assert(
    fc.property(members, someRoles, (before, next) => {
      const [changed] = before;
      const after = before.map((one) => (one === changed ? { ...one, roles: next } : one));
      const remains = after.some((one) => one.roles.includes('coordinator'));
      expect(keepsCoordinator(before, changed?.personId ?? '', next)).toBe(remains);
    }),
  );
});
