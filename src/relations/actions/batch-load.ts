import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { createEventColumns, type Events } from '../model/batch/event-columns.ts';
import { type OwnValues, valueOfKind } from '../model/ties/kind-value.ts';
import { type BatchPerson, readInteractionSlice, readPeopleSlice } from '../store/batch-reads.ts';
import { readOwnValues } from '../store/own-values.ts';

const PEOPLE_AT_ONCE = 10_000;
const EVENTS_AT_ONCE = 20_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export type BatchGround = {
  readonly people: readonly BatchPerson[];
  /** We ourselves stand at the place after the last person. */
  readonly events: Events;
  readonly channels: readonly string[];
  /** Interactions looked at, also those that count for nobody. */
  readonly read: number;
};

/** Says how far it is, 0 to 1; throws when the batch is no longer wanted. */
export type Step = (share: number) => Promise<void>;

/** People and what passed between them and us, by slices, each in a short transaction of its own. */
export const loadBatch = async (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  expected: number,
  step: Step,
): Promise<BatchGround> => {
  const people = await loadPeople(platform, workspaceId);
  const own = await platform.database.inWorkspace(workspaceId, (tx) => readOwnValues(tx, workspaceId));
  await step(0.1);
  const loaded = await loadEvents(platform, workspaceId, { people, own }, (read) =>
    step(0.1 + 0.9 * Math.min(1, read / Math.max(1, expected))),
  );
  return { people, ...loaded };
};

const loadPeople = async (
  { database }: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
): Promise<readonly BatchPerson[]> => {
  const people: BatchPerson[] = [];
  for (let after = FIRST_ID; ; ) {
    const from = after;
    const some = await database.inWorkspace(workspaceId, (tx) =>
      readPeopleSlice(tx, workspaceId, from, PEOPLE_AT_ONCE),
    );
    people.push(...some);
    after = some.at(-1)?.id ?? '';
    if (some.length < PEOPLE_AT_ONCE) return people;
  }
};

const loadEvents = async (
  { database }: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  { people, own }: { readonly people: readonly BatchPerson[]; readonly own: OwnValues },
  step: Step,
): Promise<Pick<BatchGround, 'events' | 'channels' | 'read'>> => {
  const placeOf = new Map(
    people.flatMap(({ accounts }, place) => accounts.map(([id]) => [id, place] as const)),
  );
  const us = people.length;
  const channels: string[] = [];
  const columns = createEventColumns();
  for (let after = '', read = 0; ; ) {
    const from = after;
    const some = await database.inWorkspace(workspaceId, (tx) =>
      readInteractionSlice(tx, workspaceId, from, EVENTS_AT_ONCE),
    );
    for (const row of some) {
      const source = row.from === null ? us : placeOf.get(row.from);
      const target = row.to === null ? us : placeOf.get(row.to);
      if (source === undefined || target === undefined || source === target) continue;
      columns.add({
        ...row,
        from: source,
        to: target,
        channel: placeIn(channels, row.channel),
        value: valueOfKind(row.kind, own),
      });
    }
    read += some.length;
    await step(read);
    after = some.at(-1)?.sourceKey ?? '';
    if (some.length < EVENTS_AT_ONCE) return { events: columns.finish(), channels, read };
  }
};

const placeIn = (channels: string[], channel: string): number => {
  const place = channels.indexOf(channel);
  return place >= 0 ? place : channels.push(channel) - 1;
};
