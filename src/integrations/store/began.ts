import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { DomainEvent } from '../../platform/events/events.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Began } from '../model/news.ts';

/**
 * Which threads and cases began with these events: those that were made in the very transaction that told of them. A thread says so by
 * the instant of its transaction, a case by the transaction's number (xmin) on its first event; the event's own row has both, and is there
 * until every room has heard it.
 */
export const readBegan = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  events: readonly DomainEvent[],
): Promise<ReadonlyMap<string, Began>> => {
  const began = new Map(
    events.map(({ id }) => [id, { threads: new Set<string>(), cases: new Set<string>() }]),
  );
  const idsOf = (kind: string) => events.filter((event) => event.kind === kind).map(({ id }) => id);
  const [threadEvents, caseEvents] = [idsOf('threads.changed'), idsOf('cases.changed')];
  if (threadEvents.length > 0) {
    const { rows } = await tx.execute<{ eventId: string; id: string }>(sql`
      select o.id as "eventId", t.id from outbox_events o
      cross join lateral jsonb_array_elements_text(o.payload -> 'threadIds') as named(id)
      join threads t on t.workspace_id = o.workspace_id and t.id = named.id::uuid and t.created_at = o.created_at
      where o.workspace_id = ${workspaceId} and o.id = any(${`{${threadEvents.join(',')}}`}::uuid[])`);
    for (const { eventId, id } of rows) began.get(eventId)?.threads.add(id);
  }
  if (caseEvents.length > 0) {
    const { rows } = await tx.execute<{ eventId: string; id: string }>(sql`
      select o.id as "eventId", e.case_id as id from outbox_events o
      cross join lateral jsonb_array_elements(o.payload -> 'cases') as named(one)
      join case_events e on e.workspace_id = o.workspace_id and e.case_id = (named.one ->> 'caseId')::uuid
        and e.version = 1 and e.xmin = o.xmin
      where o.workspace_id = ${workspaceId} and o.id = any(${`{${caseEvents.join(',')}}`}::uuid[])`);
    for (const { eventId, id } of rows) began.get(eventId)?.cases.add(id);
  }
  return began;
};
