import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import type { Turn, TurnReading } from '../model/first-summary.ts';
import { uuids } from './sql-values.ts';

/** Code points of a text of which at most 200 are shown once white space is one space. */
export const READ_FOR_PREVIEW = 800;

type Row = Omit<Turn, 'saidAt' | 'automatic' | 'reading'> & { saidAt: string; automatic: boolean } & {
  [Name in keyof TurnReading]: TurnReading[Name] | null;
};

/**
 * What threading and the first summary need of these mentions, oldest first; ids that the workspace does not have are left out.
 * What a colleague heard in person and wrote down waits for nobody, as what machines send: they have spoken already.
 */
export const readMentionFacts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<readonly Turn[]> => {
  const { rows } = await tx.execute<Row>(factsQuery(workspaceId, ids));
  return rows.map((row) => ({ ...row, saidAt: new Date(row.saidAt), reading: readingOf(row) }));
};

const readingOf = ({ polarity, intents, urgency, needsReply, toxic, unsure }: Row): TurnReading | null =>
  polarity && {
    polarity,
    intents: intents ?? [],
    urgency: urgency ?? 0,
    needsReply: needsReply ?? false,
    toxic: toxic ?? false,
    unsure: unsure ?? false,
  };

const factsQuery = (workspaceId: WorkspaceId, ids: readonly MentionId[]): SQL => sql`${kept}
  select m.id, m.connection_id as "connectionId", m.channel, m.native_id as "nativeId",
    m.root_native_id as "rootNativeId", m.parent_native_id as "parentNativeId", m.references,
    m.author_id as "authorId", m.form, m.title, m.ours, m.addressed,
    exists (
      select from watch_matches w where w.workspace_id = m.workspace_id and w.mention_id = m.id
    ) as matched,
    (m.automatic is not null or m.form in ('call', 'encounter', 'note')) as automatic, m.removed_at is not null as removed, m.said_at as "saidAt",
    left(coalesce(nullif(m.body, ''), m.title, ''), ${READ_FOR_PREVIEW}) as words,
    a.name as "authorName", a.handle as "authorHandle", a.avatar_url as "authorAvatarUrl",
    m.reading->>'polarity' as polarity, m.reading->'intents' as intents, (m.reading->>'urgency')::real as urgency,
    (m.reading->>'needsReply')::boolean as "needsReply", (m.reading->>'toxic')::boolean as toxic,
    (m.reading->>'unsure')::boolean as unsure
  from (select distinct unnest(${uuids(ids)}) as id) w
  cross join lateral (
    select * from mentions m where m.workspace_id = ${workspaceId} and m.id = w.id limit 1
  ) m
  left join lateral (
    select name, handle, avatar_url from authors
    where workspace_id = ${workspaceId} and id = m.author_id limit 1
  ) a on true
  order by m.said_at, m.id`;
