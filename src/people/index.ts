import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import { endingKeysJob, keyMailJob } from './actions/warn-of-ending-keys.ts';
import { tidyJob } from './jobs.ts';

export { type AuditFacts, audit } from './actions/audit.ts';
export {
  addMember,
  type CreatedCompany,
  createCompany,
  type NewCompany,
  type NewPerson,
} from './actions/create-company.ts';
export { isStillMember } from './actions/is-still-member.ts';
export { personNames } from './actions/person-names.ts';
export { prepareSetUp } from './actions/prepare-set-up.ts';
export { type SystemMail, sendSystemMail } from './actions/send-system-mail.ts';
export { setPassword } from './actions/set-password.ts';
export { type Authentication, createAuthentication } from './authentication.ts';
export { authenticationRoutes } from './http/authentication-routes.ts';
export { memberOnly } from './http/member-only.ts';
export type { PeopleEnv } from './http/people-env.ts';
export { bearerOf, createKeyReader, type KeyHolder, type KeyReader } from './http/read-key.ts';
export { signedIn } from './http/signed-in.ts';
export { type Actor, type Member, may } from './model/actor.ts';
export { isTimeZone, type Person } from './model/person.ts';
export { type Permission, permissionsOf, policy, type Role, roles } from './model/policy.ts';
export { type Scope, scopeNames, scopeWords } from './model/scopes.ts';
export { keysRoutes, peopleRoutes } from './routes.ts';
export { type MemberRow, selectMembers as listMembers } from './store/memberships.ts';
export { type Recipient, selectRecipients as listRecipients } from './store/recipients.ts';
export { findWorkspace, type Workspace } from './store/workspaces.ts';

/** What this room does by itself. */
export const peopleRoom = (platform: Platform): Room => ({
  name: 'people',
  jobs: [tidyJob(platform), endingKeysJob(platform), keyMailJob(platform)],
});
