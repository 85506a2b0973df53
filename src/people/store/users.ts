import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type PersonId } from '../../platform/ids.ts';
import type { Person } from '../model/person.ts';
import { accounts } from './accounts.table.ts';
import { users } from './users.table.ts';

type Reader = Pick<Transaction, 'select'>;

/** True as soon as anybody has an account here. */
export const hasUsers = async (tx: Reader): Promise<boolean> =>
  (await tx.select({ id: users.id }).from(users).limit(1)).length > 0;

/** `email` in lower case. */
export const findUserByEmail = async (
  tx: Reader,
  email: string,
): Promise<{ readonly id: PersonId; readonly name: string } | null> => {
  const [found] = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(eq(users.email, email))
    .limit(1);
  return found ?? null;
};

export type NewUser = {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly language: Person['language'];
};

/** An account with its password; null when the address has one already. */
export const insertUser = async (tx: Transaction, user: NewUser, now: Date): Promise<PersonId | null> => {
  const { passwordHash, ...facts } = user;
  const id = newId();
  const inserted = await tx
    .insert(users)
    .values({ id, ...facts, createdAt: now, updatedAt: now })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  if (inserted.length === 0) return null;
  await tx.insert(accounts).values({
    id: newId(),
    userId: id,
    accountId: id,
    providerId: 'credential',
    password: passwordHash,
    createdAt: now,
    updatedAt: now,
  });
  return id;
};

export type UserChanges = Partial<Pick<Person, 'name' | 'language' | 'timeZone' | 'theme' | 'density'>>;

export const updateUser = async (
  tx: Transaction,
  personId: PersonId,
  changes: UserChanges,
  now: Date,
): Promise<void> => {
  await tx
    .update(users)
    .set({ ...changes, updatedAt: now })
    .where(eq(users.id, personId));
};

/** `passwordHash` as the sign-in library makes it. */
export const updatePassword = async (
  tx: Transaction,
  personId: PersonId,
  passwordHash: string,
): Promise<void> => {
  await tx
    .update(accounts)
    .set({ password: passwordHash })
    .where(and(eq(accounts.userId, personId), eq(accounts.providerId, 'credential')));
};
