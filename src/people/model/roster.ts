import type { PersonId } from '../../platform/ids.ts';
import type { Role } from './policy.ts';

type Place = { readonly personId: PersonId; readonly roles: readonly Role[] };

/**
 * Whether a company would still have a coordinator if `personId` held `roles` from now on (none: they left).
 * Without one nobody could invite, connect or repair anything ever again.
 */
export const keepsCoordinator = (
  members: readonly Place[],
  personId: PersonId,
  roles: readonly Role[],
): boolean =>
  roles.includes('coordinator') ||
  members.some((member) => member.personId !== personId && member.roles.includes('coordinator'));
