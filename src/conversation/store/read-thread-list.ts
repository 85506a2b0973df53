import { type SQL, sql } from 'drizzle-orm';

import { marksWanted, type ReadingFilter } from '../../listening/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { type ThreadCursor, writeCursor } from '../model/thread-cursor.ts';
import type { ThreadSummary } from '../model/views.ts';
import { toDate, uuids } from './sql-values.ts';
import { joinDeadlines, joinReads, type SummaryRow, summaryColumns, toSummary } from './summary-columns.ts';
import { threadIntents } from './thread-intents.ts';

export const threadViews = [
  'all',
  'mine',
  'unassigned',
  'waiting',
  'theirs',
  'overdue',
  'called',
  'followed',
  'snoozed',
  'done',
  'about',
] as const;
export type ThreadView = (typeof threadViews)[number];

export type ThreadQuery = ReadingFilter & {
  readonly view: ThreadView;
  readonly channel?: string;
  /** Entrusted to this team. */
  readonly teamId?: string;
  readonly labelId?: string;
  readonly unread?: boolean;
  /** Only among these: what a search found. Of the view `all`, done ones are then shown too. */
  readonly among?: readonly ThreadId[];
  readonly before?: ThreadCursor;
  readonly limit: number;
  /** What counts as overdue. */
  readonly now: Date;
};

export type ThreadPage = { readonly threads: readonly ThreadSummary[]; readonly next: string | null };

/** Threads looked through for one page of unread ones: so that a page costs the same when nearly all is read. */
const UNREAD_WINDOW = 2_000;

/** One page of the inbox, newest first, by an index whatever the view. A page of unread ones may be short and have a next. */
export const readThreadList = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  query: ThreadQuery,
): Promise<ThreadPage> => {
  const sortedBy = query.view === 'waiting' ? sql`t.last_theirs_at` : sql`t.last_activity_at`;
  /** As the indexes are made: those of the activity put absent values last, the one of who waits is read backwards. */
  const order =
    query.view === 'waiting'
      ? sql`t.last_theirs_at desc, t.id desc`
      : sql`t.last_activity_at desc nulls last, t.id desc nulls last`;
  const conditions = [
    ...conditionsOf(workspaceId, personId, query),
    ...(query.before
      ? [sql`(${sortedBy}, t.id) < (${query.before.at.toISOString()}::timestamptz, ${query.before.id}::uuid)`]
      : []),
  ];
  const window = query.unread ? UNREAD_WINDOW : query.limit + 1;
  const page = sql`
    select ${summaryColumns}, ${sortedBy} as place
    from (
      select * from ${lookedAt(workspaceId, query)} t where ${sql.join(conditions, sql` and `)}
      order by ${order} limit ${window}
    ) t ${joinReads(workspaceId, personId)} ${joinDeadlines(workspaceId)}
    order by ${order}`;
  return query.unread ? unreadPage(tx, page, query.limit) : plainPage(tx, page, query.limit);
};

/**
 * Of what a search found, the rows are fetched by their keys first: else the planner may walk all threads by their time until
 * enough of a few hundred have turned up, which for a rare word is nearly all of them (167 ms at a million mentions).
 */
const lookedAt = (workspaceId: WorkspaceId, { among }: ThreadQuery): SQL =>
  among
    ? sql`(select * from threads where workspace_id = ${workspaceId} and id = any(${uuids(among)}) offset 0)`
    : sql`threads`;

type ViewQuery = Omit<ThreadQuery, 'limit' | 'before'>;

const conditionsOf = (workspaceId: WorkspaceId, personId: PersonId, query: ViewQuery): readonly SQL[] => [
  sql`t.workspace_id = ${workspaceId}`,
  conditionOf(query, workspaceId, personId),
  ...readingConditions(query),
  ...(query.aspect ? [speaksOf(workspaceId, query.aspect)] : []),
  ...(query.channel ? [sql`t.channel = ${query.channel}`] : []),
  ...(query.teamId ? [sql`t.team_id is not null and t.team_id = ${query.teamId}`] : []),
  ...(query.labelId ? [wears(workspaceId, query.labelId)] : []),
  ...(query.among ? [sql`t.id = any(${uuids(query.among)})`] : []),
];

/** The ids of all that a view shows, at most `limit`, as a query. */
export const selectThreadIds = (
  workspaceId: WorkspaceId,
  personId: PersonId,
  query: ViewQuery,
  limit: number,
): SQL => sql`
  select t.id from threads t ${query.unread ? joinReads(workspaceId, personId) : sql``}
  where ${sql.join([...conditionsOf(workspaceId, personId, query), ...(query.unread ? [isUnread] : [])], sql` and `)}
  limit ${limit}`;

const isUnread = sql`t.last_theirs_at is not null and coalesce(r.read_until < t.last_theirs_at, true)`;

const conditionOf = (query: ViewQuery, workspaceId: WorkspaceId, personId: PersonId): SQL => {
  switch (query.view) {
    case 'all':
      return query.among ? sql`(t.addressed or t.matched)` : sql`t.addressed and t.status = 'open'`;
    case 'mine':
      return sql`t.status = 'open' and t.assignee_id is not null and t.assignee_id = ${personId}`;
    case 'unassigned':
      return sql`t.addressed and t.status = 'open' and t.assignee_id is null`;
    case 'waiting':
      return sql`t.status = 'open' and t.waiting_for = 'us' and t.addressed`;
    case 'theirs':
      return sql`t.status = 'open' and t.waiting_for = 'them' and t.addressed`;
    case 'overdue':
      return sql`t.status = 'open' and ${oneOf(sql`select thread_id from thread_deadlines
        where workspace_id = ${workspaceId} and ended_at is null and due_at <= ${query.now.toISOString()}::timestamptz
        order by due_at`)}`;
    case 'called':
      return oneOf(sql`select c.thread_id from note_mentions c
        join notes n on n.workspace_id = c.workspace_id and n.id = c.note_id and n.removed_at is null
        where c.workspace_id = ${workspaceId} and c.person_id = ${personId} order by c.created_at desc`);
    case 'followed':
      return sql`t.status <> 'done' and ${oneOf(sql`select thread_id from thread_followers
        where workspace_id = ${workspaceId} and person_id = ${personId} order by created_at desc`)}`;
    case 'snoozed':
      return sql`t.status = 'snoozed'`;
    case 'done':
      return sql`t.status = 'done'`;
    case 'about':
      return sql`t.status = 'open' and t.matched and not t.addressed`;
  }
};

/** Of what hangs from a person, the latest so many are enough to page through. */
const LATEST_OF_ONE = 5_000;

const oneOf = (ids: SQL): SQL => sql`t.id = any(array(${ids} limit ${LATEST_OF_ONE}))`;

const wears = (workspaceId: WorkspaceId, labelId: string): SQL => sql`exists (select from thread_labels l
  where l.workspace_id = ${workspaceId} and l.label_id = ${labelId} and l.thread_id = t.id)`;

/** Somebody spoke of this in it, among the latest who did anywhere: found by the marks of mentions, whose key is in that order. */
const speaksOf = (workspaceId: WorkspaceId, aspect: string): SQL =>
  oneOf(sql`select m.thread_id from mention_marks k
    join thread_mentions m on m.workspace_id = k.workspace_id and m.mention_id = k.mention_id
    where k.workspace_id = ${workspaceId} and k.mark = ${marksWanted({ aspect })[0]} order by k.said_at desc`);

/** Written out and not handed over: the planner must see that an index was made for just this. */
const readingConditions = ({ polarity, intent, urgent, needsReply }: ViewQuery): readonly SQL[] => [
  ...(polarity ? [sql`t.polarity is not null and t.polarity = ${polarity}`] : []),
  ...threadIntents
    .filter((each) => each === intent || (urgent && each === 'urgent'))
    .map((each) => sql.raw(`'${each}' = any(t.intents)`)),
  ...(needsReply ? [sql`t.needs_reply`] : []),
];

type PlacedRow = SummaryRow & { place: string };

const plainPage = async (tx: Transaction, page: SQL, limit: number): Promise<ThreadPage> => {
  const { rows } = await tx.execute<PlacedRow>(page);
  const shown = rows.slice(0, limit);
  return { threads: shown.map(toSummary), next: rows.length > limit ? cursorAt(shown.at(-1)) : null };
};

/** Stops at the last one shown; only when they are too few is the end of the window looked for, to go on from there. */
const unreadPage = async (tx: Transaction, page: SQL, limit: number): Promise<ThreadPage> => {
  const { rows } = await tx.execute<PlacedRow>(
    sql`select * from (${page}) l where unread limit ${limit + 1}`,
  );
  const shown = rows.slice(0, limit);
  if (rows.length > limit) return { threads: shown.map(toSummary), next: cursorAt(shown.at(-1)) };
  const { rows: ends } = await tx.execute<PlacedRow>(
    sql`select id, place from (${page}) l offset ${UNREAD_WINDOW - 1} limit 1`,
  );
  return { threads: shown.map(toSummary), next: cursorAt(ends[0]) };
};

const cursorAt = (row: PlacedRow | undefined): string | null =>
  row ? writeCursor({ at: toDate(row.place), id: row.id }) : null;
