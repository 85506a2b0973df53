import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { StoredFindings } from '../model/map/stored-findings.ts';
import type { StoredOpenings } from '../model/openings/openings.ts';
import { time, toInstantOrNull } from './sql-values.ts';

export type BatchState = {
  readonly state: 'idle' | 'running' | 'failed';
  readonly progress: number | null;
  /** ISO 8601: when the last one ended; null before the first. */
  readonly batchAt: string | null;
  readonly seconds: number | null;
  /** Interactions since. */
  readonly changed: number;
  readonly token: string | null;
  /** Interactions that the last one read. */
  readonly interactions: number;
  readonly halfLives: Readonly<Record<string, number>>;
  readonly findings: StoredFindings | null;
};

const neverRan: BatchState = {
  state: 'idle',
  progress: null,
  batchAt: null,
  seconds: null,
  changed: 0,
  token: null,
  interactions: 0,
  halfLives: {},
  findings: null,
};

export const readBatchState = async (tx: Transaction, workspaceId: WorkspaceId): Promise<BatchState> => {
  const { rows } = await tx.execute<BatchState>(sql`
    select coalesce(s.state, 'idle') as state, s.progress, s.batch_at as "batchAt", s.seconds,
      coalesce(s.changed, 0) as changed, b.token, coalesce(b.interactions, 0) as interactions,
      coalesce(b.half_lives, '{}') as "halfLives", b.findings
    from (select ${workspaceId}::uuid as id) w
    left join relation_states s on s.workspace_id = w.id
    left join relation_batches b on b.workspace_id = w.id`);
  const [row] = rows;
  return row ? { ...row, batchAt: toInstantOrNull(row.batchAt) } : neverRan;
};

/** Held until the commit: two people who ask at once begin one batch. */
export const beginBatch = async (tx: Transaction, workspaceId: WorkspaceId, token: string): Promise<void> => {
  await tx.execute(sql`
    insert into relation_batches (workspace_id, token) values (${workspaceId}, ${token})
    on conflict (workspace_id) do update set token = excluded.token`);
  await tx.execute(sql`
    insert into relation_states (workspace_id, state, progress) values (${workspaceId}, 'running', 0)
    on conflict (workspace_id) do update set state = 'running', progress = 0`);
};

/** Who asks for a batch first keeps others waiting until the commit. */
export const holdBatch = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${workspaceId}, 4325))`);
};

/** True when this is the batch under way, which it stays until the commit. */
const holdToken = async (tx: Transaction, workspaceId: WorkspaceId, token: string): Promise<boolean> => {
  const { rows } = await tx.execute<{ one: number }>(sql`
    select 1 as one from relation_batches where workspace_id = ${workspaceId} and token = ${token} for update`);
  return rows.length > 0;
};

/** Notes how far it is; false when another has begun since, or it was called off. */
export const noteProgress = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  token: string,
  progress: number,
): Promise<boolean> => {
  if (!(await holdToken(tx, workspaceId, token))) return false;
  await tx.execute(sql`
    update relation_states set progress = ${progress}, state = 'running' where workspace_id = ${workspaceId}`);
  return true;
};

/** Shows that an attempt failed; the token stays for the next one. */
export const noteFailure = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  token: string,
): Promise<boolean> => {
  if (!(await holdToken(tx, workspaceId, token))) return false;
  await tx.execute(sql`
    update relation_states set progress = null, state = 'failed' where workspace_id = ${workspaceId}`);
  return true;
};

/** Ends a batch that came to nothing, or that somebody called off; false when it is not the one under way. */
export const endWithout = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  token: string | null,
  state: 'idle' | 'failed',
): Promise<boolean> => {
  const mine = token === null ? sql`token is not null` : sql`token = ${token}`;
  const { rows } = await tx.execute<{ one: number }>(sql`
    update relation_batches set token = null where workspace_id = ${workspaceId} and ${mine} returning 1 as one`);
  if (rows.length === 0) return false;
  await tx.execute(sql`
    update relation_states set state = ${state}, progress = null where workspace_id = ${workspaceId}`);
  return true;
};

export type BatchEnd = {
  readonly token: string;
  readonly at: Date;
  readonly seconds: number;
  readonly interactions: number;
  /** `changed` when it began: what came in the meantime still counts. */
  readonly changedThen: number;
  readonly halfLives: Readonly<Record<string, number>>;
  readonly findings: StoredFindings;
  readonly openings: StoredOpenings;
};

/** Ends a batch that is all written; false when it is not the one under way. */
export const endBatch = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  end: BatchEnd,
): Promise<boolean> => {
  if (!(await holdToken(tx, workspaceId, end.token))) return false;
  await tx.execute(sql`
    update relation_batches set token = null, interactions = ${end.interactions},
      half_lives = ${JSON.stringify(end.halfLives)}::jsonb, findings = ${JSON.stringify(end.findings)}::jsonb,
      openings = ${JSON.stringify(end.openings)}::jsonb
    where workspace_id = ${workspaceId}`);
  await tx.execute(sql`
    update relation_states set state = 'idle', progress = null, batch_at = ${time(end.at)}, seconds = ${end.seconds},
      changed = greatest(0, changed - ${end.changedThen})
    where workspace_id = ${workspaceId}`);
  return true;
};

/** Workspaces whose figures are due: all with anything new at night; by day those where more than a hundredth changed. */
export const dueWorkspaces = async (
  tx: Transaction,
  when: 'night' | 'day',
): Promise<readonly WorkspaceId[]> => {
  const enough =
    when === 'night' ? sql`true` : sql`s.changed > 0 and s.changed >= 0.01 * coalesce(b.interactions, 0)`;
  const { rows } = await tx.execute<{ id: string }>(sql`
    select s.workspace_id as id from relation_states s
    left join relation_batches b on b.workspace_id = s.workspace_id
    where ${enough} order by s.workspace_id`);
  return rows.map(({ id }) => id);
};
