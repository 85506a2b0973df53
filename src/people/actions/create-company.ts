import { hashPassword } from 'better-auth/crypto';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type PersonId, type WorkspaceId } from '../../platform/ids.ts';
import { normaliseEmail, type Person } from '../model/person.ts';
import type { Role } from '../model/policy.ts';
import { slugCandidate } from '../model/slug.ts';
import { upsertMembership } from '../store/memberships.ts';
import { insertUser } from '../store/users.ts';
import { insertWorkspace } from '../store/workspaces.ts';
import { audit } from './audit.ts';

/** Somebody without an account yet. */
export type NewPerson = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language?: Person['language'];
};

export type NewCompany = {
  readonly company: string;
  /** The first coordinator: somebody new, or somebody who works here in another company already. */
  readonly person: NewPerson | { readonly id: PersonId; readonly name: string };
  readonly nature?: 'company' | 'demo';
  readonly timeZone?: string;
};

export type CreatedCompany = {
  readonly workspaceId: WorkspaceId;
  readonly slug: string;
  readonly personId: PersonId;
};

/**
 * A company with its first coordinator, in a transaction over the whole installation (`asInstallation`).
 * Throws when the new person's address has an account: callers ask before.
 */
export const createCompany = async (
  tx: Transaction,
  input: NewCompany,
  now: Date,
): Promise<CreatedCompany> => {
  const personId = 'id' in input.person ? input.person.id : await createPerson(tx, input.person, now);
  const workspaceId = newId();
  const slug = await insertUnderFreeSlug(tx, workspaceId, input);
  const roles: readonly Role[] = ['coordinator'];
  await upsertMembership(tx, { workspaceId, personId, roles }, now);
  const actor = { kind: 'member', workspaceId, personId, name: input.person.name, roles } as const;
  await audit(tx, actor, {
    action: 'workspace.created',
    subjectKind: 'workspace',
    subjectId: workspaceId,
    details: { name: input.company },
  });
  return { workspaceId, slug, personId };
};

/** A colleague without an invitation: for the demo and for tests, in a transaction over the whole installation. */
export const addMember = async (
  tx: Transaction,
  input: {
    readonly workspaceId: WorkspaceId;
    readonly person: NewPerson;
    readonly roles: readonly Role[];
  },
  now: Date,
): Promise<PersonId> => {
  const personId = await createPerson(tx, input.person, now);
  const { workspaceId, roles } = input;
  await upsertMembership(tx, { workspaceId, personId, roles }, now);
  await audit(
    tx,
    { kind: 'system', workspaceId, name: 'Passaparola' },
    {
      action: 'member.joined',
      subjectKind: 'person',
      subjectId: personId,
      details: { roles },
    },
  );
  return personId;
};

const createPerson = async (tx: Transaction, person: NewPerson, now: Date): Promise<PersonId> => {
  const { name, password, language = 'it' } = person;
  const email = normaliseEmail(person.email);
  const passwordHash = await hashPassword(password);
  const personId = await insertUser(tx, { name, email, passwordHash, language }, now);
  if (!personId) throw new Error('this address has an account already');
  return personId;
};

const insertUnderFreeSlug = async (
  tx: Transaction,
  id: WorkspaceId,
  { company: name, nature = 'company', timeZone = 'Europe/Rome' }: NewCompany,
): Promise<string> => {
  for (let attempt = 0; ; attempt += 1) {
    const slug = slugCandidate(name, attempt);
    if (await insertWorkspace(tx, { id, name, slug, nature, timeZone })) return slug;
  }
};
