import type { Member } from '../../people/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { SearchAsked } from '../model/search/search-asked.ts';
import {
  countSavedSearches,
  deleteSavedSearch,
  findSavedSearch,
  insertSavedSearch,
  MOST_SAVED,
  type SavedSearchRow,
  selectSavedSearches,
  updateSavedSearch,
} from '../store/saved-searches.ts';

export type SavedSearch = {
  readonly id: string;
  readonly name: string;
  readonly isShared: boolean;
  /** True when it is this person's own: the only one who may change it. */
  readonly isMine: boolean;
  readonly search: SearchAsked;
  readonly updatedAt: string;
};

export type NewSavedSearch = Pick<SavedSearch, 'name' | 'isShared' | 'search'>;
type Ground = Pick<Platform, 'database' | 'clock'>;

export const listSavedSearches = (platform: Ground, actor: Member): Promise<readonly SavedSearch[]> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) =>
    (await selectSavedSearches(tx, actor.workspaceId, actor.personId)).map((row) => viewOf(row, actor)),
  );

export const saveSearch = (
  platform: Ground,
  actor: Member,
  wanted: NewSavedSearch,
): Promise<Result<SavedSearch, { readonly kind: 'too-many' }>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    const { workspaceId, personId } = actor;
    if ((await countSavedSearches(tx, workspaceId, personId)) >= MOST_SAVED) return err({ kind: 'too-many' });
    const now = platform.clock.now();
    const row = { workspaceId, id: newId(), personId, ...wanted, createdAt: now, updatedAt: now };
    await insertSavedSearch(tx, row);
    return ok(viewOf(row, actor));
  });

export type SavedSearchRefusal = { readonly kind: 'not-found' | 'not-yours' };

export const changeSavedSearch = (
  platform: Ground,
  actor: Member,
  id: string,
  change: Partial<NewSavedSearch>,
): Promise<Result<SavedSearch, SavedSearchRefusal>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    const found = await findSavedSearch(tx, actor.workspaceId, id);
    const refusal = refusalOf(found, actor);
    if (!found || refusal) return err(refusal ?? { kind: 'not-found' });
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const changed = { ...given, updatedAt: platform.clock.now() };
    await updateSavedSearch(tx, actor.workspaceId, id, changed);
    return ok(viewOf({ ...found, ...changed }, actor));
  });

export const removeSavedSearch = (
  platform: Ground,
  actor: Member,
  id: string,
): Promise<Result<null, SavedSearchRefusal>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    const refusal = refusalOf(await findSavedSearch(tx, actor.workspaceId, id), actor);
    if (refusal) return err(refusal);
    await deleteSavedSearch(tx, actor.workspaceId, id);
    return ok(null);
  });

/** Of what somebody keeps for themselves others do not even learn that it is there. */
const refusalOf = (row: SavedSearchRow | undefined, actor: Member): SavedSearchRefusal | undefined => {
  if (!row || (!row.isShared && row.personId !== actor.personId)) return { kind: 'not-found' };
  return row.personId === actor.personId ? undefined : { kind: 'not-yours' };
};

const viewOf = (row: SavedSearchRow, actor: Member): SavedSearch => ({
  id: row.id,
  name: row.name,
  isShared: row.isShared,
  isMine: row.personId === actor.personId,
  search: row.search,
  updatedAt: row.updatedAt.toISOString(),
});
