import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type BulkState, type BulkWish, bulkAfter } from '../model/bulk.ts';
import type { Desk } from '../model/correspondent.ts';
import { decidePlace, type PlaceFailure } from '../model/organise.ts';
import {
  type BulkCounts,
  type BulkTarget,
  insertBulk,
  lockBulk,
  readBulk,
  saveBulkState,
} from '../store/bulk-rows.ts';
import { searchThreads } from '../store/search-threads.ts';
import { refuseWish, type WishFailure } from './organise-thread.ts';
import { BULK_JOB, runBulk } from './run-bulk.ts';

export type BulkView = {
  readonly id: string;
  readonly state: BulkState;
  readonly total: number;
  readonly counts: BulkCounts;
};

export type BulkFailure =
  | { readonly kind: 'not-allowed' | 'not-found' }
  | WishFailure
  | PlaceFailure
  | { readonly kind: 'bulk-over'; readonly state: BulkState };

type BulkDesk = Pick<Desk, 'database' | 'clock' | 'jobs'>;

/** So many batches are done before the answer: what a person chose by hand is done at once. */
const AT_ONCE = 1;

/** Begins a wish for many conversations; the rest goes on by itself. `q` narrows a view to what was found. */
export const startBulk = async (
  desk: BulkDesk,
  actor: Member,
  wish: BulkWish,
  target: BulkTarget & { readonly q?: string },
): Promise<Result<BulkView, BulkFailure>> => {
  const { workspaceId, personId } = actor;
  const started = await desk.database.inWorkspace(workspaceId, async (tx) => {
    const refused = await refuse(tx, actor, wish, desk.clock.now());
    if (refused) return err(refused);
    const id = newId();
    const found =
      'query' in target && target.q ? { among: await searchThreads(tx, workspaceId, target.q) } : {};
    const aim = 'query' in target ? { query: { ...target.query, ...found } } : target;
    const bulk = { workspaceId, id, personId, wish, createdAt: desk.clock.now() };
    const total = await insertBulk(tx, bulk, aim);
    const subject = { subjectKind: 'bulk', subjectId: id };
    await audit(tx, actor, { action: 'bulk.started', ...subject, details: { total, wish } });
    await desk.jobs.send(tx, BULK_JOB, { workspaceId, bulkId: id });
    return ok(id);
  });
  if (!started.ok) return started;
  await runBulk(desk, workspaceId, started.value, AT_ONCE);
  return viewBulk(desk, actor, started.value);
};

const refuse = async (
  tx: Transaction,
  actor: Member,
  wish: BulkWish,
  now: Date,
): Promise<BulkFailure | undefined> => {
  if (wish.kind !== 'organise') return may(actor, 'threads.read') ? undefined : { kind: 'not-allowed' };
  if (!may(actor, 'threads.organise')) return { kind: 'not-allowed' };
  const nowhere = {
    status: 'open',
    assigneeId: null,
    teamId: null,
    snoozedUntil: null,
    labelIds: [],
  } as const;
  const decided = decidePlace(nowhere, wish.wish, now);
  return decided.ok ? refuseWish(tx, actor, wish.wish) : decided.error;
};

const audited = { stop: 'bulk.stopped', undo: 'bulk.undone' } as const;

/** Stops a wish where it is, or takes it back: what somebody has touched since stays as they left it. */
export const orderBulk = async (
  desk: BulkDesk,
  actor: Member,
  id: string,
  order: 'stop' | 'undo',
): Promise<Result<BulkView, BulkFailure>> => {
  const { workspaceId } = actor;
  const ordered = await desk.database.inWorkspace(
    workspaceId,
    async (tx): Promise<Result<null, BulkFailure>> => {
      if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
      const bulk = await lockBulk(tx, workspaceId, id);
      if (!bulk) return err({ kind: 'not-found' });
      if (bulk.personId !== actor.personId && !may(actor, 'workspace.manage'))
        return err({ kind: 'not-allowed' });
      const next = bulkAfter(bulk.state, order);
      if (!next) return err({ kind: 'bulk-over', state: bulk.state });
      await saveBulkState(tx, workspaceId, id, next, next === 'stopped' ? desk.clock.now() : null);
      await audit(tx, actor, { action: audited[order], subjectKind: 'bulk', subjectId: id });
      if (next === 'undoing') await desk.jobs.send(tx, BULK_JOB, { workspaceId, bulkId: id });
      return ok(null);
    },
  );
  if (!ordered.ok) return ordered;
  if (order === 'undo') await runBulk(desk, workspaceId, id, AT_ONCE);
  return viewBulk(desk, actor, id);
};

export const viewBulk = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
  id: string,
): Promise<Result<BulkView, BulkFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const bulk = await readBulk(tx, actor.workspaceId, id);
    if (!bulk) return err({ kind: 'not-found' });
    const { state, total, counts } = bulk;
    return ok({ id, state, total, counts });
  });
