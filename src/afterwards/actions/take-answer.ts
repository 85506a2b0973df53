import { hearOutcome } from '../../care/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { ReadAnswer } from '../model/read-answer.ts';
import { type AskingRow, changeAsking } from '../store/askings.ts';
import { tellAskings } from '../store/settings.ts';
import { threadOfMention } from '../store/thread-of-mention.ts';

export type Answer = {
  readonly by: 'reply' | 'page';
  readonly read: ReadAnswer | undefined;
  readonly mentionId: string | null;
  readonly words: string | null;
  readonly at: Date;
};

/** Keeps what came back. Of a solved case a yes is its confirmation by the person, and a no brings it back. The question must be held. */
export const takeAnswer = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  asking: AskingRow,
  { by, read, mentionId, words, at }: Answer,
): Promise<void> => {
  await changeAsking(tx, workspaceId, asking.id, {
    answeredAt: at,
    answeredBy: by,
    score: read?.score ?? null,
    readFrom: read?.from ?? null,
    answerMentionId: mentionId,
    words,
    changes: asking.changes + 1,
  });
  await follow(tx, workspaceId, asking, read?.score, mentionId, at);
  await appendEvents(tx, workspaceId, [
    {
      kind: 'asking.answered',
      payload: {
        askingId: asking.id,
        threadId: (await threadOfMention(tx, workspaceId, asking.mentionId)) ?? asking.threadId,
        question: asking.question,
        score: read?.score ?? null,
      },
    },
  ]);
  await tellAskings(tx, workspaceId);
  await appendLive(tx, workspaceId, [{ kind: 'afterwards.changed', payload: { what: 'answered' } }]);
};

/** Only a clear yes or no of whoever was asked moves a case. */
export const follow = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { question, caseId }: AskingRow,
  score: number | undefined,
  mentionId: string | null,
  now: Date,
): Promise<void> => {
  if (question !== 'solved' || !caseId || (score !== 1 && score !== 3)) return;
  const note = 'Alla domanda se è risolto ha risposto di no. / Asked whether it is solved, they said no.';
  await hearOutcome(tx, { workspaceId, personId: null, now }, caseId, {
    isSolved: score === 3,
    mentionId,
    note,
  });
};
