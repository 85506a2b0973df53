import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { time } from './sql-values.ts';

/** The latest words of somebody that may call for something, with what was read in them. */
export type CallingWords = {
  readonly contactId: string;
  readonly mentionId: string;
  readonly at: string;
  readonly channel: string;
  readonly isPublic: boolean;
  /** Spoken to us, not merely about us. */
  readonly addressed: boolean;
  readonly needsReply: boolean;
  readonly intents: readonly string[];
  readonly polarity: string;
  /** The reading is a guess, and nobody has said otherwise. */
  readonly unsure: boolean;
  readonly thanks: boolean;
  readonly answeredAt: string | null;
};

/** By which judgements of readings they are found, and the latest of each that are looked at. */
const MARKS = ['needs_reply', 'question', 'complaint', 'churn', 'praise'];
const LATEST = 80;

/**
 * One entry a person: their latest words since then, spoken to us or found by a watch, that ask, complain or praise. Found
 * by the marks of readings, so that corrections count at once. People who may be spoken to alone.
 */
export const readCallingWords = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  since: Date,
): Promise<readonly CallingWords[]> => {
  const { rows } = await tx.execute<CallingWords>(sql`
    with marked as (
      select distinct m.mention_id from unnest(${sql.param(MARKS)}::text[]) k(mark) cross join lateral (
        select m.mention_id from mention_marks m
        where m.workspace_id = ${workspaceId} and m.mark = k.mark and m.said_at > ${time(since)}
        order by m.said_at desc limit ${LATEST}
      ) m
    ), said as (
      select distinct on (c.id) c.id as "contactId", c.out_at, m.id as "mentionId", m.said_at as at, m.channel,
        m.visibility in ('public', 'unlisted') as "isPublic", m.addressed,
        coalesce((m.reading->>'needsReply')::boolean, false) as "needsReply",
        coalesce(m.reading->'intents', '[]') as intents, coalesce(m.reading->>'polarity', 'neu') as polarity,
        coalesce((m.reading->>'unsure')::boolean, false) as unsure,
        m.body ~* '(grazie|ringrazi|thank)' as thanks
      from marked k
      join mentions m on m.workspace_id = ${workspaceId} and m.id = k.mention_id
      join identities i on i.workspace_id = ${workspaceId} and i.author_id = m.author_id
      join contacts c on c.workspace_id = ${workspaceId} and c.id = i.contact_id
      where m.removed_at is null and not m.ours and c.merged_into is null and c.consent not in ('quiet', 'objected')
        and (m.addressed or exists (
          select from watch_matches w where w.workspace_id = ${workspaceId} and w.mention_id = m.id))
      order by c.id, m.said_at desc, m.id desc
    )
    select s.*, case when s.out_at >= s.at then (
      select min(x.at) from identities i
      join interactions x on x.workspace_id = ${workspaceId} and x.to_identity = i.id and x.from_identity is null
        and x.at >= s.at
      where i.workspace_id = ${workspaceId} and i.contact_id = s."contactId") end as "answeredAt"
    from said s`);
  return rows;
};
