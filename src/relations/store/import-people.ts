import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { refreshSearched } from './contact-rows.ts';
import { records } from './sql-values.ts';

type Described = {
  readonly identityId: string;
  readonly contactId: string;
  readonly company: string | null;
  readonly role: string | null;
  readonly place: string | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly followers: number | null;
};

/** Adds what a list tells of people who were made of it. */
export const describeImported = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  people: readonly Described[],
): Promise<void> => {
  if (people.length === 0) return;
  await tx.execute(sql`
    update contacts c set company = r.company, role = r.role, place = r.place, note = r.note, by_hand = 'import',
      tags = array(select json_array_elements_text(r.tags))
    from json_to_recordset(${records(people)}) as r("contactId" uuid, company text, role text, place text, note text,
      tags json)
    where c.workspace_id = ${workspaceId} and c.id = r."contactId"`);
  await tx.execute(sql`
    update identities i set followers = r.followers
    from json_to_recordset(${records(people)}) as r("identityId" uuid, followers int)
    where i.workspace_id = ${workspaceId} and i.id = r."identityId" and r.followers is not null`);
  await refreshSearched(
    tx,
    workspaceId,
    people.map(({ contactId }) => contactId),
  );
};
