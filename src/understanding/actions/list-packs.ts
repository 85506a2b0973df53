import { type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type PackRow, selectPacks } from '../store/packs.ts';

export type PackView = Pick<PackRow, 'id' | 'name' | 'sector' | 'enabled' | 'text'> & {
  readonly updatedAt: string;
  readonly updatedByName: string;
};

/** The company's own words, in the order in which they were added. */
export const listPacks = (
  platform: Pick<Platform, 'database'>,
  actor: Member,
): Promise<Result<readonly PackView[], { readonly kind: 'not-allowed' }>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'mentions.read')) return err({ kind: 'not-allowed' });
    return ok(await viewPacks(tx, actor.workspaceId, await selectPacks(tx, actor.workspaceId)));
  });

export const viewPacks = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly PackRow[],
): Promise<readonly PackView[]> => {
  const names = await personNames(
    tx,
    workspaceId,
    rows.map(({ updatedBy }) => updatedBy),
  );
  return rows.map(({ id, name, sector, enabled, text, updatedAt, updatedBy }) => ({
    id,
    name,
    sector,
    enabled,
    text,
    updatedAt: updatedAt.toISOString(),
    updatedByName: names.get(updatedBy) ?? '',
  }));
};
