import { hashPassword } from 'better-auth/crypto';
import type { Transaction } from '../../platform/db/database.ts';
import { normaliseEmail } from '../model/person.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { findUserByEmail, updatePassword } from '../store/users.ts';

/**
 * A new password for whoever has lost theirs, given by someone at the server's own terminal: all sessions of
 * that person end. False when nobody has that address.
 */
export const setPassword = async (tx: Transaction, email: string, password: string): Promise<boolean> => {
  const person = await findUserByEmail(tx, normaliseEmail(email));
  if (!person) return false;
  await updatePassword(tx, person.id, await hashPassword(password));
  await deleteSessionsOf(tx, person.id);
  return true;
};
