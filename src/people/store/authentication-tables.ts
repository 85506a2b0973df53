import { accounts } from './accounts.table.ts';
import { passkeys } from './passkeys.table.ts';
import { rateLimits } from './rate-limits.table.ts';
import { sessions } from './sessions.table.ts';
import { twoFactors } from './two-factors.table.ts';
import { users } from './users.table.ts';
import { verifications } from './verifications.table.ts';

/** Our tables under the names that the sign-in library knows them by. */
export const authenticationTables = {
  user: users,
  session: sessions,
  account: accounts,
  verification: verifications,
  twoFactor: twoFactors,
  passkey: passkeys,
  rateLimit: rateLimits,
};
