import { z } from '@hono/zod-openapi';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { AuthorId, WorkspaceId } from '../../platform/ids.ts';
import { offerKinds } from '../model/case-event.ts';
import { caseStates } from '../model/case-states.ts';

/** A case of somebody, as much of it as stands beside a conversation. */
export const CaseOfAuthorSchema = z
  .object({
    id: z.uuid(),
    number: z.number().int(),
    state: z.enum(caseStates),
    product: z.string().nullable(),
    reportedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    offers: z.array(
      z.object({ kind: z.enum(offerKinds), costCents: z.number().int(), at: z.iso.datetime() }),
    ),
    /** How their story is told in the public register; null when it is not. */
    story: z.enum(['draft', 'published', 'withdrawn']).nullable(),
  })
  .openapi('CaseOfAuthor');
export type CaseOfAuthor = z.infer<typeof CaseOfAuthorSchema>;

/** The cases that words of these accounts are in, the latest first; not those that were undone. */
export const casesOfAuthors = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  authorIds: readonly AuthorId[],
  limit: number,
): Promise<readonly CaseOfAuthor[]> => {
  const { rows } = await tx.execute<CaseOfAuthor>(sql`
    select c.id, c.number, c.state, c.product, to_json(c.reported_at)#>>'{}' as "reportedAt",
      to_json(c.ended_at)#>>'{}' as "endedAt", s.state as story,
      coalesce((select json_agg(json_build_object('kind', e.event->>'offer',
          'costCents', (e.event->>'costCents')::int, 'at', e.at) order by e.at)
        from case_events e
        where e.workspace_id = ${workspaceId} and e.case_id = c.id and e.kind = 'offered'), '[]') as offers
    from cases c
    left join case_stories s on s.workspace_id = ${workspaceId} and s.case_id = c.id
    where c.workspace_id = ${workspaceId} and c.state <> 'undone' and c.id in (
      select case_id from case_mentions
      where workspace_id = ${workspaceId} and author_id = any(${sql.param([...authorIds])}::uuid[]))
    order by c.reported_at desc, c.id desc limit ${limit}`);
  return rows.map((row) => ({
    ...row,
    reportedAt: new Date(row.reportedAt).toISOString(),
    endedAt: row.endedAt && new Date(row.endedAt).toISOString(),
    offers: row.offers.map((offer) => ({ ...offer, at: new Date(offer.at).toISOString() })),
  }));
};
