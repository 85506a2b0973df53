import { type SQL, sql } from 'drizzle-orm';
import type { Intent, Polarity } from '../../language/index.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { PREVIEW_LENGTH } from '../model/first-summary.ts';
import { showPreview } from '../model/show-preview.ts';
import type { ThreadSummary } from '../model/views.ts';
import { toInstant, toInstantOrNull } from './sql-values.ts';

export type SummaryRow = Record<string, unknown> & {
  id: string;
  channel: string;
  connectionId: string;
  subject: string | null;
  authorId: string | null;
  authorName: string | null;
  authorHandle: string | null;
  authorAvatarUrl: string | null;
  preview: string;
  mentionCount: number;
  addressed: boolean;
  status: 'open' | 'snoozed' | 'done';
  waitingFor: 'us' | 'them' | 'nobody';
  assigneeId: string | null;
  teamId: string | null;
  snoozedUntil: string | null;
  labelIds: string[];
  deadlineKind: 'first' | 'next' | null;
  deadlineFrom: string | null;
  deadlineAt: string | null;
  unread: boolean;
  lastActivityAt: string;
  lastTheirsAt: string | null;
  version: number;
  polarity: Polarity | null;
  intents: Intent[] | null;
  urgency: number | null;
  needsReply: boolean | null;
  toxic: boolean | null;
  unsure: boolean | null;
};

/** The columns of a summary, for `threads t` with `joinReads` beside it. */
export const summaryColumns: SQL = sql`
  t.id, t.channel, t.connection_id as "connectionId", t.subject, t.author_id as "authorId",
  t.author_name as "authorName", t.author_handle as "authorHandle", t.author_avatar_url as "authorAvatarUrl",
  t.preview, t.mention_count as "mentionCount", t.addressed, t.status, t.waiting_for as "waitingFor",
  t.assignee_id as "assigneeId", t.team_id as "teamId",
  case when t.status = 'snoozed' then t.snoozed_until end as "snoozedUntil",
  array(select label_id::text from thread_labels l
    where l.workspace_id = t.workspace_id and l.thread_id = t.id order by label_id) as "labelIds",
  d.kind as "deadlineKind", d.started_at as "deadlineFrom", d.due_at as "deadlineAt", t.last_activity_at as "lastActivityAt", t.last_theirs_at as "lastTheirsAt",
  t.version, t.polarity, t.intents, t.urgency, t.needs_reply as "needsReply", t.toxic, t.unsure, (t.last_theirs_at is not null and coalesce(r.read_until < t.last_theirs_at, true)) as unread`;

/** Up to where this person has read each thread: looked up one by one, or the planner goes through all that anybody read. */
export const joinReads = (workspaceId: WorkspaceId, personId: PersonId): SQL => sql`
  left join lateral (
    select read_until from thread_reads
    where workspace_id = ${workspaceId} and person_id = ${personId} and thread_id = t.id limit 1
  ) r on true`;

/** The clock that runs on each, if any. */
export const joinDeadlines = (workspaceId: WorkspaceId): SQL => sql`
  left join lateral (
    select kind, started_at, due_at from thread_deadlines
    where workspace_id = ${workspaceId} and thread_id = t.id and ended_at is null limit 1
  ) d on true`;

export const toSummary = (row: SummaryRow): ThreadSummary => ({
  id: row.id,
  channel: row.channel,
  connectionId: row.connectionId,
  subject: row.subject,
  author: {
    id: row.authorId,
    name: row.authorName,
    handle: row.authorHandle,
    avatarUrl: row.authorAvatarUrl,
  },
  preview: showPreview(row.preview, PREVIEW_LENGTH),
  mentionCount: row.mentionCount,
  addressed: row.addressed,
  status: row.status,
  waitingFor: row.waitingFor,
  assigneeId: row.assigneeId,
  teamId: row.teamId,
  snoozedUntil: toInstantOrNull(row.snoozedUntil),
  labelIds: row.labelIds,
  deadline:
    row.deadlineKind && row.deadlineFrom && row.deadlineAt
      ? {
          kind: row.deadlineKind,
          startedAt: toInstant(row.deadlineFrom),
          dueAt: toInstant(row.deadlineAt),
        }
      : null,
  unread: row.unread,
  lastActivityAt: toInstant(row.lastActivityAt),
  lastTheirsAt: toInstantOrNull(row.lastTheirsAt),
  version: row.version,
  reading: readingOf(row),
});

const readingOf = ({ polarity, intents, urgency, ...row }: SummaryRow): ThreadSummary['reading'] =>
  polarity === null
    ? null
    : {
        polarity,
        intents: intents ?? [],
        urgency: urgency ?? 0,
        needsReply: row.needsReply ?? false,
        toxic: row.toxic ?? false,
        unsure: row.unsure ?? false,
      };
