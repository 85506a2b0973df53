import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { countField, type Nearness } from '../model/words/bm25.ts';
import { readWordsOf } from '../store/batch-reads.ts';
import { readCompanyWords } from '../store/company-words.ts';
import type { PersonPosts } from '../store/standing-reads.ts';

/** People whose words are read, those who spoke on topic most first, and texts of each. */
const MOST_PEOPLE = 5_000;
const MOST_TEXTS = 12;
const AT_ONCE = 200;

/**
 * How near what people say is to what the company listens for, by their id. Only of those who have spoken on topic at all: who
 * never did is not near by definition, and is not in it. Null: the company listens for nothing yet.
 */
export const nearnessOfBatch = async (
  { database }: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  posts: readonly PersonPosts[],
): Promise<ReadonlyMap<string, Nearness> | null> => {
  const words = await database.inWorkspace(workspaceId, (tx) => readCompanyWords(tx, workspaceId));
  if (words.length === 0) return null;
  const ids = posts
    .map(({ contactId, posts: said }) => ({ contactId, onTopic: said.filter(([, is]) => is).length }))
    .filter(({ onTopic }) => onTopic > 0)
    .sort((a, b) => b.onTopic - a.onTopic || (a.contactId < b.contactId ? -1 : 1))
    .slice(0, MOST_PEOPLE)
    .map(({ contactId }) => contactId);
  const field = countField(words);
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const said = await database.inWorkspace(workspaceId, (tx) =>
      readWordsOf(tx, workspaceId, some, MOST_TEXTS),
    );
    const textsOf = Map.groupBy(said, ({ contactId }) => contactId);
    for (const id of some) field.add((textsOf.get(id) ?? []).map(({ text }) => text).join('\n'));
    await nextTurn();
  }
  const judged = field.judge();
  return new Map(ids.flatMap((id, at) => (judged[at] ? [[id, judged[at]] as const] : [])));
};
