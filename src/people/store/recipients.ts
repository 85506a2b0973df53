import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import type { Person } from '../model/person.ts';
import { memberships } from './memberships.table.ts';
import { users } from './users.table.ts';

export type Recipient = Pick<Person, 'name' | 'email' | 'language' | 'timeZone'> & {
  readonly personId: PersonId;
};

/** Whoever belongs to the company now, as somebody to write to. */
export const selectRecipients = (tx: Transaction, workspaceId: WorkspaceId): Promise<readonly Recipient[]> =>
  tx
    .select({
      personId: memberships.personId,
      name: users.name,
      email: users.email,
      language: users.language,
      timeZone: users.timeZone,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.personId))
    .where(and(eq(memberships.workspaceId, workspaceId), isNull(memberships.endedAt)));
