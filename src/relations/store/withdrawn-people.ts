import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

/** Deletes accounts of authors who are gone and with whom nothing else passed; returns the people whose they were. */
export const dropIdleIdentities = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  authorIds: readonly string[],
): Promise<readonly string[]> => {
  if (authorIds.length === 0) return [];
  const { rows } = await tx.execute<{ contactId: string }>(sql`
    delete from identities i where i.workspace_id = ${workspaceId} and i.author_id = any(${uuids(authorIds)})
      and not exists (select from interactions x where x.workspace_id = i.workspace_id and x.from_identity = i.id)
      and not exists (select from interactions x where x.workspace_id = i.workspace_id and x.to_identity = i.id)
    returning i.contact_id as "contactId"`);
  await tx.execute(sql`
    update identities set author_id = null where workspace_id = ${workspaceId} and author_id = any(${uuids(authorIds)})`);
  return [...new Set(rows.map(({ contactId }) => contactId))];
};

/** Of these, people without an account left whom no colleague entered, described, chose, gave something or merged. */
export const untouchedPeople = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<readonly string[]> => {
  if (contactIds.length === 0) return [];
  const { rows } = await tx.execute<{ id: string }>(sql`
    select c.id from contacts c where c.workspace_id = ${workspaceId} and c.id = any(${uuids(contactIds)})
      and c.by_hand is null and c.note is null and c.tags = '{}' and c.known_by = '{}' and c.consent = 'unknown'
      and c.birthday is null and c.merged_into is null and c.stage in ('noticed', 'conversed')
      and not exists (select from identities i where i.workspace_id = c.workspace_id and i.contact_id = c.id)
      and not exists (select from gifts g where g.workspace_id = c.workspace_id and g.contact_id = c.id)
      and not exists (select from daily_choices d where d.workspace_id = c.workspace_id and d.contact_id = c.id)
      and not exists (select from contact_merges m where m.workspace_id = c.workspace_id and c.id in (m.kept_id, m.absorbed_id))`);
  return rows.map(({ id }) => id);
};
