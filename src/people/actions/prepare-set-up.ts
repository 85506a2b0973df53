import { hashSecret } from '../model/hash-secret.ts';
import { insertSetUpToken } from '../store/set-up-tokens.ts';
import { hasUsers } from '../store/users.ts';
import type { Context } from './context.ts';
import { newSecret } from './new-secret.ts';

/**
 * While nobody has an account: a token for the link that is printed at the start (`/set-up?token=...`). It is valid
 * until somebody used one, and only its hash is kept. Null as soon as there are people.
 */
export const prepareSetUp = (context: Context): Promise<{ readonly token: string } | null> =>
  context.database.asInstallation(async (tx) => {
    if (await hasUsers(tx)) return null;
    const token = newSecret();
    await insertSetUpToken(tx, hashSecret(token), context.clock.now());
    return { token };
  });
