import { personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { replyProblemWords } from '../model/reply-problem-words.ts';
import type { ReplyView } from '../model/views.ts';
import { readEchoes } from '../store/read-echoes.ts';
import type { ReplyRow } from '../store/reply-rows.ts';

/** Replies as screens show them: signed, with the reason in words, linked to the mention that they came back as. */
export const viewReplies = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly ReplyRow[],
): Promise<readonly ReplyView[]> => {
  if (rows.length === 0) return [];
  const names = await personNames(
    tx,
    workspaceId,
    rows.map((row) => row.personId),
  );
  const echoes = await readEchoes(
    tx,
    workspaceId,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    mentionId: row.mentionId,
    personId: row.personId,
    personName: names.get(row.personId) ?? '',
    body: row.body,
    options: row.options,
    media: [...row.media],
    suggestionId: row.suggestionId,
    state: row.state,
    sendAfter: row.sendAfter.toISOString(),
    attempts: row.attempts,
    problem: row.problem ? { ...row.problem, title: replyProblemWords(row.problem) } : null,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    url: row.url,
    sentAt: row.sentAt?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    readAt: row.readAt?.toISOString() ?? null,
    sentMentionId: echoes.get(row.id) ?? null,
    createdAt: row.createdAt.toISOString(),
  }));
};
