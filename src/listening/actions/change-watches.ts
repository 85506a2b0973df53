import { type Actor, audit } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type WatchId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { queryTextOf } from '../model/judge-watch.ts';
import { parseQuery } from '../model/query/parse-query.ts';
import type { WatchSubject } from '../model/watch-subject.ts';
import type { NewWatch, WatchChange, WatchView } from '../model/watch-view.ts';
import { deleteMatchesOfWatch, insertWatch, selectWatches, updateWatch } from '../store/watches.ts';
import { BACKFILL_JOB } from './backfill-watch.ts';
import { forgetWatches, signalWatchChange } from './watches-of.ts';

export type WatchProblem = { readonly kind: 'not-found' };

/** Begins to listen; what we hold already is gone through in the background. */
export const createWatch = async (platform: Platform, actor: Actor, watch: NewWatch): Promise<WatchView> => {
  const [id, now] = [newId(), platform.clock.now()];
  const { workspaceId } = actor;
  const query = readableQuery(watch) ?? '';
  const createdBy = actor.kind === 'member' ? actor.personId : null;
  const view = await platform.database.inWorkspace(workspaceId, async (tx) => {
    const kept = {
      name: watch.name,
      query,
      about: subjectOf(watch.about) ?? ('company' as const),
      purpose: watch.purpose,
      balancing: watch.balancing ?? '',
      basisAt: now,
    };
    await insertWatch(tx, { ...kept, workspaceId, id, createdBy, createdAt: now, updatedAt: now });
    await listenAgain(platform, tx, actor, id, now);
    const details = { ...kept, ...(watch.notPrivate ? { notPrivate: true } : {}) };
    return await tell(tx, actor, id, now, { action: 'watch.created', details });
  });
  await forgetWatches(platform, workspaceId);
  if (!view) throw new Error('a watch was not written');
  return view;
};

/** Changes, pauses or resumes. New words are looked for in what we hold too; old matches of other words go. */
export const changeWatch = async (
  platform: Platform,
  actor: Actor,
  id: WatchId,
  change: WatchChange,
): Promise<Result<WatchView, WatchProblem>> => {
  const now = platform.clock.now();
  const { workspaceId } = actor;
  const query = readableQuery(change);
  const hasReasons = change.purpose !== undefined || change.balancing !== undefined;
  const kept = {
    name: change.name,
    query,
    about: subjectOf(change.about),
    purpose: change.purpose,
    balancing: change.balancing,
    state: change.state,
    ...(hasReasons ? { basisAt: now } : {}),
  };
  const given = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
  const view = await platform.database.inWorkspace(workspaceId, async (tx) => {
    if (!(await updateWatch(tx, workspaceId, id, { ...given, updatedAt: now }))) return undefined;
    if (query !== undefined) await deleteMatchesOfWatch(tx, workspaceId, id);
    await listenAgain(platform, tx, actor, id, now);
    return await tell(tx, actor, id, now, { action: 'watch.changed', details: given });
  });
  await forgetWatches(platform, workspaceId);
  return view ? ok(view) : err({ kind: 'not-found' });
};

/** Stops listening for good. What it heard stays; that it answered to this watch is forgotten. */
export const removeWatch = async (
  platform: Platform,
  actor: Actor,
  id: WatchId,
): Promise<Result<void, WatchProblem>> => {
  const now = platform.clock.now();
  const { workspaceId } = actor;
  const removed = await platform.database.inWorkspace(workspaceId, async (tx) => {
    if (!(await updateWatch(tx, workspaceId, id, { removedAt: now, updatedAt: now }))) return false;
    await deleteMatchesOfWatch(tx, workspaceId, id);
    await tell(tx, actor, id, now, { action: 'watch.removed', details: {} });
    return true;
  });
  await forgetWatches(platform, workspaceId);
  return removed ? ok(undefined) : err({ kind: 'not-found' });
};

/** The ways in judge first what people send: here a query that does not read is a bug. */
const readableQuery = (draft: Parameters<typeof queryTextOf>[0]): string | undefined => {
  const text = queryTextOf(draft);
  if (text !== undefined && !parseQuery(text).ok) throw new Error('a watch without a query that reads');
  return text;
};

const subjectOf = (about: NewWatch['about']): WatchSubject | undefined =>
  about === 'private-person' ? undefined : about;

const listenAgain = async (
  platform: Platform,
  tx: Transaction,
  actor: Actor,
  watchId: WatchId,
  now: Date,
): Promise<void> => {
  const data = { workspaceId: actor.workspaceId, watchId, version: now.toISOString() };
  await platform.jobs.send(tx, BACKFILL_JOB, data);
};

const tell = async (
  tx: Transaction,
  actor: Actor,
  id: WatchId,
  now: Date,
  what: { readonly action: string; readonly details: Readonly<Record<string, unknown>> },
): Promise<WatchView | undefined> => {
  await audit(tx, actor, { ...what, subjectKind: 'watch', subjectId: id });
  const [view] = await selectWatches(tx, actor.workspaceId, now, id);
  await signalWatchChange(tx, actor.workspaceId);
  await appendLive(tx, actor.workspaceId, [{ kind: 'watch.changed', payload: { watchId: id } }]);
  return view;
};
