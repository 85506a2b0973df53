import { newId, type WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { circlesOfToday } from '../model/batch/circles-of-today.ts';
import { countWords } from '../model/batch/count-words.ts';
import { nameByTags, nameCommunities, type TagsOfCommunity } from '../model/communities/index.ts';
import type { Says } from '../model/map/web.ts';
import { type BatchPerson, countTagsOf, readWordsOf } from '../store/batch-reads.ts';
import type { CommunityRow } from '../store/batch-writes.ts';
import { readCircles } from '../store/map-reads.ts';
import type { GraphScores } from '../work/index.ts';

/** Words are looked at of so many circles, the largest, of so many people each and so many texts of each. */
const MOST_NAMED = 120;
const MOST_PEOPLE = 80;
const MOST_TEXTS = 6;

export type BatchCircles = {
  /** By community of the scores: the circle's identity; null for what is too small to be one. */
  readonly ids: readonly (string | null)[];
  readonly rows: readonly CommunityRow[];
};

/**
 * The circles of today, with the identity of those that go on, each named by what its people talk about; where that tells nothing, by
 * a tag that the company gave many of them; by a number where there is none.
 */
export const circlesOfBatch = async (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  people: readonly BatchPerson[],
  { communities: { labels, count }, degree }: GraphScores,
): Promise<BatchCircles> => {
  const yesterday = people.map(({ circleId }) => circleId);
  const { ids, sizes } = circlesOfToday(labels, count, yesterday, newId);
  const known = await platform.database.inWorkspace(workspaceId, (tx) => readCircles(tx, workspaceId));
  const circles = ids.flatMap((id, label) => (id === null ? [] : [{ id, label, size: sizes[label] ?? 0 }]));
  const members = membersOf(labels, degree, people);
  const words = [];
  const tags: TagsOfCommunity[] = [];
  for (const { id, label } of circles.slice(0, MOST_NAMED)) {
    const some = (members.get(label) ?? []).slice(0, MOST_PEOPLE);
    const [said, given] = await platform.database.inWorkspace(workspaceId, async (tx) => [
      await readWordsOf(tx, workspaceId, some, MOST_TEXTS),
      await countTagsOf(tx, workspaceId, some),
    ]);
    tags.push({ people: some.length, tags: given });
    const before = known.get(id)?.words ?? [];
    words.push({ words: countWords(said), ...(before.length > 0 ? { before } : {}) });
  }
  const names = nameCommunities(words);
  const tagged = nameByTags(tags);
  let last = known.size;
  const rows = circles.map(({ id, size }, place): CommunityRow => {
    const named = names[place];
    const before = known.get(id);
    const tag = tagged[place];
    const name =
      named?.name ??
      (tag ? { it: tag, en: tag } : null) ??
      (before && before.words.length === 0 ? before.name : numbered(++last));
    return { id, name, words: named?.words ?? [], size };
  });
  return { ids, rows };
};

/** What nothing sets apart has a number, that goes with it. */
const numbered = (number: number): Says => ({ it: `cerchia ${number}`, en: `circle ${number}` });

/** Of each community the best tied first. */
const membersOf = (
  labels: Uint32Array,
  degree: Uint32Array,
  people: readonly BatchPerson[],
): ReadonlyMap<number, readonly string[]> => {
  const places = Map.groupBy(people.keys(), (place) => labels[place] ?? 0);
  return new Map(
    [...places].map(([label, those]) => [
      label,
      those
        .sort((a, b) => (degree[b] ?? 0) - (degree[a] ?? 0) || a - b)
        .map((place) => people[place]?.id ?? ''),
    ]),
  );
};
