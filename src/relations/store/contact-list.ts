import { type SQL, sql } from 'drizzle-orm';
import type { Words } from '../../channels/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { foldText } from '../../platform/text/index.ts';
import type { ContactRow, Stage } from '../model/contact-view.ts';
import type { Consent } from '../model/daily/candidate.ts';
import { saySilence } from '../model/say-silence.ts';
import { time, toInstant, uuids } from './sql-values.ts';

export type ContactFilter = {
  readonly q?: string | undefined;
  readonly circle?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly consent?: Consent | undefined;
  /** Only the person to whom this author of listening's belongs. */
  readonly author?: string | undefined;
  /** Only ties that fall asleep, or sleep. */
  readonly sleeping?: boolean | undefined;
  /** After this place in the order of the list. */
  readonly before?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
};

type Row = {
  id: string;
  name: string;
  company: string | null;
  place: string | null;
  stage: Stage;
  consent: Consent;
  lastAt: string;
  usualDays: number | null;
  touchedAt: string | null;
  channels: string[] | null;
  strength: number | null;
  circleId: string | null;
  circleName: Words | null;
};

/** A page of people, whoever was heard last first. Who objected is only there when asked for. */
export const listContacts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  filter: ContactFilter,
  now: Date,
): Promise<readonly ContactRow[]> => {
  const { before, limit } = filter;
  const after = before ? sql`and (c.last_at, c.id) < (${time(before.at)}, ${before.id}::uuid)` : sql``;
  const page = sql`
    select c.* from contacts c where ${wanted(workspaceId, filter, now)} ${after}
    order by c.last_at desc nulls last, c.id desc nulls last limit ${limit}`;
  return await selectRows(tx, workspaceId, page, now);
};

export const countContacts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  filter: ContactFilter,
  now: Date,
): Promise<number> => {
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from contacts c where ${wanted(workspaceId, filter, now)}`,
  );
  return rows[0]?.count ?? 0;
};

/** These people, by id; those who were made one with others, or are not there, are left out. */
export const readContactRows = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, ContactRow>> => {
  if (ids.length === 0) return new Map();
  const page = sql`
    select c.* from contacts c
    where c.workspace_id = ${workspaceId} and c.id = any(${uuids(ids)}) and c.merged_into is null`;
  return new Map((await selectRows(tx, workspaceId, page, now)).map((row) => [row.id, row]));
};

const wanted = (workspaceId: WorkspaceId, filter: ContactFilter, now: Date): SQL => {
  const { q, circle, stage, consent, author, sleeping } = filter;
  const words = foldText(q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const conditions = [
    sql`c.workspace_id = ${workspaceId} and c.merged_into is null`,
    consent ? sql`c.consent = ${consent}` : sql`c.consent <> 'objected'`,
    ...words.map((word) => sql`c.searched like ${`%${escaped(word)}%`}`),
    ...(stage ? [sql`c.stage = ${stage}`] : []),
    ...(circle
      ? [
          sql`exists (select from contact_scores s where s.workspace_id = ${workspaceId} and s.contact_id = c.id
            and s.community_id = ${circle}::uuid)`,
        ]
      : []),
    ...(author
      ? [
          sql`c.id in (select i.contact_id from identities i where i.workspace_id = ${workspaceId}
            and i.author_id = ${author}::uuid)`,
        ]
      : []),
    ...(sleeping ? [sql`c.usual_days is not null and ${touchedBefore(now)}`] : []),
  ];
  return sql.join(conditions, sql` and `);
};

/** Silent for more than twice the usual gap (model/ties/sleep.ts). */
const touchedBefore = (now: Date): SQL =>
  sql`greatest(c.in_at, c.out_at) < ${time(now)} - make_interval(secs => 2 * 86400 * greatest(3, c.usual_days))`;

const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&');

const selectRows = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  page: SQL,
  now: Date,
): Promise<readonly ContactRow[]> => {
  const { rows } = await tx.execute<Row>(sql`
    select c.id, c.name, c.company, c.place, c.stage, c.consent, c.last_at as "lastAt", c.usual_days as "usualDays",
      greatest(c.in_at, c.out_at) as "touchedAt", s.strength, s.community_id as "circleId", m.name as "circleName",
      (select array_agg(distinct i.channel order by i.channel) from identities i
        where i.workspace_id = ${workspaceId} and i.contact_id = c.id) as channels
    from (${page}) c
    left join contact_scores s on s.workspace_id = ${workspaceId} and s.contact_id = c.id and c.consent <> 'objected'
    left join communities m on m.workspace_id = ${workspaceId} and m.id = s.community_id and m.ended_at is null
    order by c.last_at desc, c.id desc`);
  return rows.map((row) => viewOf(row, now));
};

const viewOf = (row: Row, now: Date): ContactRow => {
  const { usualDays, touchedAt, circleId, circleName, channels, strength, lastAt, ...rest } = row;
  const tie = { usualDays, lastAt: touchedAt === null ? null : new Date(touchedAt) };
  return {
    ...rest,
    channels: channels ?? [],
    strength: strength ?? 0,
    lastAt: toInstant(lastAt),
    circle: circleId && circleName ? { id: circleId, name: circleName } : null,
    why: row.consent === 'objected' || row.consent === 'quiet' ? null : saySilence(tie, now),
  };
};
