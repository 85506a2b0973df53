import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import type { AuthorId, WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

/** Whose account it is, with every account that is known to be theirs. */
export type ContactOfAuthor = {
  readonly authorId: AuthorId;
  readonly contactId: string;
  readonly name: string;
  readonly authorIds: readonly AuthorId[];
};

/** The people of these accounts; accounts that nobody is known by are absent. */
export const contactsOfAuthors = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  authorIds: readonly AuthorId[],
): Promise<ReadonlyMap<AuthorId, ContactOfAuthor>> => {
  const { rows } = await tx.execute<ContactOfAuthor>(sql`${kept}
    select i.author_id as "authorId", c.id as "contactId", c.name,
      array(select o.author_id::text from identities o
        where o.workspace_id = ${workspaceId} and o.contact_id = c.id and o.author_id is not null) as "authorIds"
    from identities i
    join contacts c on c.workspace_id = ${workspaceId} and c.id = i.contact_id
    where i.workspace_id = ${workspaceId} and i.author_id = any(${uuids(authorIds)})`);
  return new Map(rows.map((row) => [row.authorId, row]));
};
