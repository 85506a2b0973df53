import { audit, type Member, may } from '../../people/index.ts';
import { newId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import {
  deleteSavedView,
  deleteSnippet,
  insertSavedView,
  insertSnippet,
  readSavedViews,
  readSnippets,
  type SavedView,
  type Snippet,
  updateSavedView,
  updateSnippet,
} from '../store/snippet-rows.ts';
import { readTeams } from '../store/team-rows.ts';
import type { Seen } from './keep-teams.ts';

type SnippetFailure = {
  readonly kind: 'not-allowed' | 'not-found' | 'not-a-team' | 'name-taken' | 'too-many' | 'changed-meanwhile';
};

const MOST = 200;
const changed = [{ kind: 'desk.changed', payload: { what: 'snippets' } }] as const;

export const listSnippets = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
): Promise<Result<readonly Snippet[], SnippetFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) =>
    may(actor, 'threads.read') ? ok(await readSnippets(tx, actor.workspaceId)) : err({ kind: 'not-allowed' }),
  );

/** Adds words that are said often, or changes them if they are still as they were `seen`. Whoever prepares answers may. */
export const keepSnippet = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  wish: Omit<Snippet, 'id' | 'version'>,
  seen?: Seen,
): Promise<Result<Snippet, SnippetFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'drafts.write')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const id = seen?.id;
    const known = await readSnippets(tx, workspaceId);
    if (id && !known.some((one) => one.id === id)) return err({ kind: 'not-found' });
    if (!id && known.length >= MOST) return err({ kind: 'too-many' });
    const others = known.filter((one) => one.id !== id);
    if (others.some(({ name }) => name.toLocaleLowerCase('it') === wish.name.toLocaleLowerCase('it')))
      return err({ kind: 'name-taken' });
    if (wish.teamId && !(await readTeams(tx, workspaceId)).some((team) => team.id === wish.teamId))
      return err({ kind: 'not-a-team' });
    const snippet = { ...wish, id: id ?? newId(), version: seen?.version ?? 1 };
    if (!seen) await insertSnippet(tx, workspaceId, snippet, desk.clock.now());
    else if (!(await updateSnippet(tx, workspaceId, snippet, desk.clock.now())))
      return err({ kind: 'changed-meanwhile' });
    const action = id ? 'snippet.changed' : 'snippet.added';
    await audit(tx, actor, { action, subjectKind: 'snippet', subjectId: snippet.id });
    await appendLive(tx, workspaceId, changed);
    return ok(seen ? { ...snippet, version: snippet.version + 1 } : snippet);
  });

export const removeSnippet = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
  id: string,
): Promise<Result<null, SnippetFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'drafts.write')) return err({ kind: 'not-allowed' });
    if (!(await deleteSnippet(tx, actor.workspaceId, id))) return err({ kind: 'not-found' });
    await audit(tx, actor, { action: 'snippet.removed', subjectKind: 'snippet', subjectId: id });
    await appendLive(tx, actor.workspaceId, changed);
    return ok(null);
  });

/** The ways of looking at the list that this person gave a name. Each for themselves. */
export const listSavedViews = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
): Promise<Result<readonly SavedView[], SnippetFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) =>
    may(actor, 'threads.read')
      ? ok(await readSavedViews(tx, actor.workspaceId, actor.personId))
      : err({ kind: 'not-allowed' }),
  );

export const addSavedView = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  { name, search }: Omit<SavedView, 'id' | 'version'>,
): Promise<Result<SavedView, SnippetFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    if ((await readSavedViews(tx, workspaceId, personId)).length >= MOST) return err({ kind: 'too-many' });
    const view = { id: newId(), name, search, version: 1 };
    await insertSavedView(tx, workspaceId, personId, view, desk.clock.now());
    return ok(view);
  });

/** If it is still as they saw it (`version`): they may have changed it on another screen. */
export const changeSavedView = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
  view: SavedView,
): Promise<Result<SavedView, SnippetFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const known = await readSavedViews(tx, workspaceId, personId);
    if (!known.some(({ id }) => id === view.id)) return err({ kind: 'not-found' });
    if (!(await updateSavedView(tx, workspaceId, personId, view))) return err({ kind: 'changed-meanwhile' });
    return ok({ ...view, version: view.version + 1 });
  });

export const removeSavedView = (
  desk: Pick<Desk, 'database'>,
  { workspaceId, personId }: Member,
  id: string,
): Promise<Result<null, SnippetFailure>> =>
  desk.database.inWorkspace(workspaceId, async (tx) =>
    (await deleteSavedView(tx, workspaceId, personId, id)) ? ok(null) : err({ kind: 'not-found' }),
  );
