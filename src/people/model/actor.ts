import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { allows, type Permission, type Role } from './policy.ts';

/** Who acts in a workspace: a signed-in member, or the product itself (jobs, deliveries). */
export type Actor =
  | {
      readonly kind: 'member';
      readonly workspaceId: WorkspaceId;
      readonly personId: PersonId;
      readonly name: string;
      readonly roles: readonly Role[];
      /** Set when a program acts for them: by which key, and the most that it may do. */
      readonly key?: {
        readonly id: string;
        readonly name: string;
        readonly permissions: readonly Permission[];
      };
    }
  | { readonly kind: 'system'; readonly workspaceId: WorkspaceId; readonly name: string };

export type Member = Extract<Actor, { kind: 'member' }>;

export const may = (actor: Actor, permission: Permission): boolean =>
  actor.kind === 'system' ||
  (allows(actor.roles, permission) && (!actor.key || actor.key.permissions.includes(permission)));
