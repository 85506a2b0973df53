import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WatchId, WorkspaceId } from '../../platform/ids.ts';
import type { Place } from './read-history.ts';

/** Mentions of the rarest mark looked through for one page: so that a page costs the same whatever is asked together. */
const WINDOW = 10_000;
/** Marks are told rare from common by counting up to here. */
const COUNTED = 3_000;

type Asked = {
  readonly channel?: string | undefined;
  readonly watch?: WatchId | undefined;
  readonly before?: Place | undefined;
  readonly limit: number;
};

/** A page of places. `next` is where the page after begins, also when this one is short; null at the end. */
export type MarkedPage = { readonly places: readonly Place[]; readonly next: Place | null };

/** Mentions that have all these marks, the latest first. */
export const findMarked = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  marks: readonly string[],
  asked: Asked,
): Promise<MarkedPage> => {
  const rarest = await rarestOf(tx, workspaceId, marks);
  const others = marks.filter((mark) => mark !== rarest);
  const before = asked.before
    ? sql`and (k.said_at, k.mention_id) < (${asked.before.saidAt}::timestamptz, ${asked.before.id}::uuid)`
    : sql``;
  const window = sql`
    select k.mention_id, k.said_at from mention_marks k
     where k.workspace_id = ${workspaceId} and k.mark = ${rarest} ${before}
     order by k.said_at desc, k.mention_id desc`;
  const found = await placesOf(
    tx,
    sql`select k.mention_id as id, k.said_at from (${window} limit ${WINDOW}) k
      where ${sql.join(conditionsOf(workspaceId, others, asked), sql` and `)}
      order by k.said_at desc, k.mention_id desc limit ${asked.limit + 1}`,
  );
  const places = found.slice(0, asked.limit);
  if (found.length > asked.limit) return { places, next: places.at(-1) ?? null };
  const [end] = await placesOf(
    tx,
    sql`select k.mention_id as id, k.said_at from (${window} offset ${WINDOW - 1} limit 1) k`,
  );
  return { places, next: end ?? null };
};

const conditionsOf = (workspaceId: WorkspaceId, others: readonly string[], asked: Asked): SQL[] => [
  sql`true`,
  ...others.map(
    (
      mark,
    ) => sql`exists (select from mention_marks o where o.workspace_id = ${workspaceId} and o.mark = ${mark}
      and o.said_at = k.said_at and o.mention_id = k.mention_id)`,
  ),
  ...(asked.channel === undefined
    ? []
    : [
        sql`exists (select from mentions m where m.workspace_id = ${workspaceId} and m.id = k.mention_id
          and m.channel = ${asked.channel})`,
      ]),
  ...(asked.watch === undefined
    ? []
    : [
        sql`exists (select from watch_matches w where w.workspace_id = ${workspaceId} and w.watch_id = ${asked.watch}
          and w.mention_id = k.mention_id)`,
      ]),
];

/** The same marks, the rarest first: what a list is read by. */
export const rarestFirst = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  marks: readonly string[],
): Promise<readonly string[]> => {
  if (marks.length < 2) return marks;
  const rarest = await rarestOf(tx, workspaceId, marks);
  return [rarest, ...marks.filter((mark) => mark !== rarest)];
};

const rarestOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  marks: readonly string[],
): Promise<string> => {
  const [first = ''] = marks;
  if (marks.length < 2) return first;
  const { rows } = await tx.execute<{ mark: string }>(sql`
    select w.mark from unnest(${sql.param([...marks])}::text[]) with ordinality w(mark, place)
      cross join lateral (
        select count(*) as size from (
          select from mention_marks k where k.workspace_id = ${workspaceId} and k.mark = w.mark limit ${COUNTED}
        ) found) counted
     order by counted.size, w.place limit 1`);
  return rows[0]?.mark ?? first;
};

const placesOf = async (tx: Transaction, query: SQL): Promise<Place[]> => {
  const { rows } = await tx.execute<{ id: string; said_at: string }>(query);
  return rows.map((row) => ({ id: row.id, saidAt: new Date(row.said_at).toISOString() }));
};
