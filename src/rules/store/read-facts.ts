import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { ThreadFacts } from '../model/facts.ts';
import type { Needs } from '../model/needs.ts';
import { uuids } from './sql-values.ts';

/** More of a text than this (code points) nobody writes a rule about. */
const LONGEST = 20_000;

type Row = {
  threadId: ThreadId;
  channel: string;
  connectionId: string;
  status: 'open' | 'snoozed' | 'done';
  assigneeId: string | null;
  teamId: string | null;
  snoozedUntil: string | null;
  within: number | null;
  waitingFor: string;
  addressed: boolean;
  mentions: number;
  labelIds: string[];
  followerIds: string[];
  mentionId: string | null;
  form: string | null;
  visibility: string | null;
  language: string | null;
  polarity: string | null;
  intents: string[] | null;
  aspects: string[] | null;
  urgency: number | null;
  needsReply: boolean | null;
  toxic: boolean | null;
  unsure: boolean | null;
  stars: number | null;
  texts: (string | null)[] | null;
  isKnown: boolean | null;
  tags: string[] | null;
  followers: number | null;
  gravity: number | null;
  caseEnded: boolean | null;
};

/**
 * These conversations as rules are asked of them, with the latest words of theirs; those that are no more are left out. What no rule asks
 * for is not looked up (`needs`).
 */
export const readFacts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
  needs: Needs,
): Promise<readonly ThreadFacts[]> => {
  if (threadIds.length === 0) return [];
  const { rows } = await tx.execute<Row>(sql`
    select t.id as "threadId", t.channel, t.connection_id as "connectionId", t.status, t.assignee_id as "assigneeId",
      t.team_id as "teamId", t.snoozed_until as "snoozedUntil", t.answer_within as within, t.waiting_for as "waitingFor",
      t.addressed, t.mention_count as mentions,
      array(select l.label_id::text from thread_labels l
        where l.workspace_id = ${workspaceId} and l.thread_id = t.id order by l.label_id) as "labelIds",
      array(select f.person_id::text from thread_followers f
        where f.workspace_id = ${workspaceId} and f.thread_id = t.id order by f.person_id) as "followerIds",
      m.id as "mentionId", m.form, m.visibility, coalesce(m.reading->>'language', m.language) as language,
      m.reading->>'polarity' as polarity,
      array(select jsonb_array_elements_text(m.reading->'intents')) as intents,
      array(select a->>'aspect' from jsonb_array_elements(m.reading->'aspects') a) as aspects,
      (m.reading->>'urgency')::real as urgency, (m.reading->>'needsReply')::boolean as "needsReply",
      (m.reading->>'toxic')::boolean as toxic, (m.reading->>'unsure')::boolean as unsure,
      (m.rating->>'value')::real * 5 / nullif((m.rating->>'best')::real, 0) as stars,
      ${needs.text ? sql`array[left(m.body, ${LONGEST}), m.title, m.content_warning]` : sql`null::text[]`} as texts,
      ${needs.author ? knownAuthor(workspaceId) : sql`null::boolean`} as "isKnown",
      ${needs.author ? sql`p.tags, p.followers` : sql`null::text[] as tags, null::integer as followers`},
      ${needs.case ? sql`c.gravity, c.ended as "caseEnded"` : sql`null::integer as gravity, null::boolean as "caseEnded"`}
    from threads t
    left join lateral (
      select m.* from thread_mentions x
      join mentions m on m.workspace_id = ${workspaceId} and m.id = x.mention_id
      where x.workspace_id = ${workspaceId} and x.thread_id = t.id and not x.ours and not x.removed and not x.automatic
      order by x.said_at desc, x.mention_id desc limit 1
    ) m on true
    ${needs.author ? person(workspaceId) : sql``}
    ${needs.case ? caseOf(workspaceId) : sql``}
    where t.workspace_id = ${workspaceId} and t.id = any(${uuids(threadIds)}) order by t.id`);
  return rows.map(factsOf);
};

/** Whoever wrote last has spoken in another conversation, too. */
const knownAuthor = (workspaceId: WorkspaceId): SQL => sql`exists (
  select from mentions o join thread_mentions y on y.workspace_id = ${workspaceId} and y.mention_id = o.id
  where o.workspace_id = ${workspaceId} and o.author_id = m.author_id and y.thread_id <> t.id)`;

/** What we keep of them, where they let us. */
const person = (workspaceId: WorkspaceId): SQL => sql`
  left join lateral (
    select c.tags, i.followers from identities i
    join contacts c on c.workspace_id = ${workspaceId} and c.id = i.contact_id
    where i.workspace_id = ${workspaceId} and i.author_id = m.author_id and i.profiling and c.consent <> 'objected' limit 1
  ) p on true`;

const caseOf = (workspaceId: WorkspaceId): SQL => sql`
  left join lateral (
    select coalesce(c.gravity_chosen, c.gravity) as gravity, c.ended_at is not null as ended
    from thread_mentions x
    join case_mentions k on k.workspace_id = ${workspaceId} and k.mention_id = x.mention_id
    join cases c on c.workspace_id = ${workspaceId} and c.id = k.case_id and c.state <> 'undone'
    where x.workspace_id = ${workspaceId} and x.thread_id = t.id
    order by c.ended_at is not null, c.reported_at desc limit 1
  ) c on true`;

const some = (...values: readonly (string | null)[]): readonly string[] =>
  values.filter((value) => value !== null);

const factsOf = (row: Row): ThreadFacts => ({
  threadId: row.threadId,
  place: {
    status: row.status,
    assigneeId: row.assigneeId,
    teamId: row.teamId,
    snoozedUntil:
      row.status === 'snoozed' && row.snoozedUntil ? new Date(row.snoozedUntil).toISOString() : null,
    labelIds: row.labelIds,
  },
  within: row.within,
  followerIds: row.followerIds,
  mentionId: row.mentionId,
  hasCase: row.gravity !== null,
  told: {
    choices: {
      channel: [row.channel],
      connection: [row.connectionId],
      form: some(row.form),
      visibility: some(row.visibility),
      language: languagesOf(row.language),
      polarity: some(row.polarity),
      intent: row.intents ?? [],
      aspect: [...new Set(row.aspects ?? [])],
      author: row.mentionId === null || row.isKnown === null ? [] : [row.isKnown ? 'known' : 'new'],
      tag: row.tags ?? [],
      waitingFor: [row.waitingFor],
      case: row.caseEnded === null ? ['none'] : [row.caseEnded ? 'ended' : 'open'],
    },
    numbers: {
      urgency: row.urgency,
      followers: row.followers,
      gravity: row.caseEnded === false ? row.gravity : null,
      mentions: row.mentions,
      stars: row.stars,
    },
    facts: {
      needsReply: row.needsReply,
      toxic: row.toxic,
      unsure: row.unsure,
      addressed: row.addressed,
    },
    texts: some(...(row.texts ?? [])),
  },
});

/** `it-IT` is Italian, too. */
const languagesOf = (tag: string | null): readonly string[] => {
  if (!tag) return [];
  const whole = tag.toLowerCase();
  return [...new Set([whole, whole.split('-')[0] ?? whole])];
};
