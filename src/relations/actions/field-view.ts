import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { FieldRow } from '../store/field-rows.ts';
import { fieldsWithTeam } from '../store/field-team-rows.ts';
import { namesOf } from '../store/map-reads.ts';

export type PersonName = { readonly id: string; readonly name: string };

export type FieldView = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly words: readonly string[];
  readonly tags: readonly string[];
  readonly places: readonly string[];
  readonly seeds: readonly PersonName[];
  readonly watchIds: readonly string[];
  readonly hoursPerMonth: number;
  readonly band: { readonly from: number; readonly to: number };
  readonly state: FieldRow['state'];
  readonly progress: number | null;
  readonly hasTeam: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** Fields as the screens are given them: people who are gone, or against it, are named nowhere. */
export const viewFields = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly FieldRow[],
): Promise<readonly FieldView[]> => {
  const names = await namesOf(
    tx,
    workspaceId,
    rows.flatMap(({ seeds }) => seeds),
  );
  const chosen = await fieldsWithTeam(tx, workspaceId);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    description: row.description,
    words: row.words,
    tags: row.tags,
    places: row.places,
    seeds: peopleOf(names, row.seeds),
    watchIds: row.watchIds,
    hoursPerMonth: row.hoursPerMonth,
    band: { from: row.bandFrom, to: row.bandTo },
    state: row.state,
    progress: row.progress,
    hasTeam: chosen.has(row.id),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
};

export const peopleOf = (names: ReadonlyMap<string, string>, ids: readonly string[]): readonly PersonName[] =>
  ids.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
