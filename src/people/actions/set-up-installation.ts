import { err, ok, type Result } from '../../platform/result.ts';
import { hashSecret } from '../model/hash-secret.ts';
import { deleteSetUpTokens, knowsSetUpToken, lockSetUp } from '../store/set-up-tokens.ts';
import { hasUsers } from '../store/users.ts';
import type { Context } from './context.ts';
import { type CreatedCompany, createCompany, type NewPerson } from './create-company.ts';

export type SetUpProblem = { readonly kind: 'already-set-up' } | { readonly kind: 'wrong-set-up-token' };

/** The first company and the first person, once, for whoever holds the printed token. */
export const setUpInstallation = (
  { database, clock }: Context,
  input: { readonly token: string; readonly company: string; readonly person: NewPerson },
): Promise<Result<CreatedCompany, SetUpProblem>> =>
  database.asInstallation(async (tx) => {
    await lockSetUp(tx);
    if (await hasUsers(tx)) return err({ kind: 'already-set-up' });
    if (!(await knowsSetUpToken(tx, hashSecret(input.token)))) return err({ kind: 'wrong-set-up-token' });
    const created = await createCompany(tx, input, clock.now());
    await deleteSetUpTokens(tx);
    return ok(created);
  });
