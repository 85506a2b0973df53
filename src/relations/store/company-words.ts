import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

/** The latest of what the watches found, and how much of each text. */
const LATEST = 2_000;
const READ = 2_000;
const MOST_WORDS = 80;

type Found = { readonly text: string; readonly spans: readonly (readonly [start: number, end: number])[] };

/**
 * What the company listens for, in the words in which it was found: those that its watches came upon, the most frequent first,
 * and those of the fields that it described. Each once.
 */
export const readCompanyWords = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<readonly string[]> => {
  const { rows: found } = await tx.execute<Found>(sql`
    select left(m.body, ${READ}) as text, w.spans from (
      select mention_id, spans from watch_matches where workspace_id = ${workspaceId}
      order by said_at desc, mention_id limit ${LATEST}
    ) w
    join mentions m on m.workspace_id = ${workspaceId} and m.id = w.mention_id and m.removed_at is null`);
  const { rows: described } = await tx.execute<{ word: string }>(sql`
    select distinct unnest(words || tags) as word from fields where workspace_id = ${workspaceId} order by 1`);
  return [...new Set([...mostFound(found), ...described.map(({ word }) => word.toLowerCase())])];
};

const mostFound = (found: readonly Found[]): readonly string[] => {
  const times = new Map<string, number>();
  for (const { text, spans } of found)
    for (const [start, end] of spans) {
      const word = text.slice(start, end).trim().toLowerCase();
      if (word !== '') times.set(word, (times.get(word) ?? 0) + 1);
    }
  return [...times]
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
};
