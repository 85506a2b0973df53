import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Known, Named } from '../model/missing.ts';

/** Who and what there is in the company that a rule can name. */
export const readKnown = async (tx: Transaction, workspaceId: WorkspaceId): Promise<Known> => {
  const { rows } = await tx.execute<{ what: Named; ids: string[] }>(sql`
    select 'person' as what, array_agg(person_id::text) as ids from memberships
      where workspace_id = ${workspaceId} and ended_at is null
    union all select 'team', array_agg(id::text) from teams where workspace_id = ${workspaceId}
    union all select 'label', array_agg(id::text) from labels where workspace_id = ${workspaceId}
    union all select 'snippet', array_agg(id::text) from snippets where workspace_id = ${workspaceId}
    union all select 'connection', array_agg(id::text) from connections
      where workspace_id = ${workspaceId} and removed_at is null`);
  const known = new Map(rows.map(({ what, ids }) => [what, new Set(ids ?? [])]));
  const of = (what: Named): ReadonlySet<string> => known.get(what) ?? new Set();
  return {
    person: of('person'),
    team: of('team'),
    label: of('label'),
    snippet: of('snippet'),
    connection: of('connection'),
  };
};
