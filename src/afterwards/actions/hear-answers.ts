import { z } from 'zod';
import type { MentionView } from '../../listening/index.ts';
import { readMentions } from '../../listening/index.ts';
import type { Subscription } from '../../platform/events/events.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Question, Scale } from '../model/asking.ts';
import { type ReadAnswer, readAnswer } from '../model/read-answer.ts';
import { firstAnswers, lockAsking } from '../store/askings.ts';
import type { Ground } from './ground.ts';
import type { Remembered } from './remember.ts';
import { takeAnswer } from './take-answer.ts';

export const HEAR_JOB = 'afterwards.hear';

/** New words in conversations: judged in memory, so that where no answer is waited for nothing is asked of the database. */
export const answersSubscription = (ground: Pick<Ground, 'jobs'>, remembered: Remembered): Subscription => ({
  name: HEAR_JOB,
  kinds: ['threads.changed'],
  handle: async (tx, workspaceId, events) => {
    const { waiting } = await remembered.of(tx, workspaceId);
    if (waiting.size === 0) return;
    const threadIds = [
      ...new Set(
        events.flatMap(({ payload }) =>
          payload.past || !Array.isArray(payload.threadIds) ? [] : (payload.threadIds as string[]),
        ),
      ),
    ].filter((id) => waiting.has(id));
    if (threadIds.length > 0) await ground.jobs.send(tx, HEAR_JOB, { workspaceId, threadIds });
  },
});

const DataSchema = z.object({ workspaceId: z.uuid(), threadIds: z.array(z.uuid()) });

export const hearJob = (ground: Ground): JobDefinition => ({
  name: HEAR_JOB,
  handle: async (data) => {
    const { workspaceId, threadIds } = DataSchema.parse(data);
    await hearAnswers(ground, workspaceId, threadIds);
  },
});

/** The first that somebody says after our question is their answer. Heard twice, nothing happens the second time. */
export const hearAnswers = (
  { database, clock }: Pick<Ground, 'database' | 'clock'>,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<void> =>
  database.inWorkspace(workspaceId, async (tx) => {
    const found = await firstAnswers(tx, workspaceId, threadIds, clock.now());
    const ids = found.map(({ mentionId }) => mentionId);
    const mentions = new Map((await readMentions(tx, workspaceId, ids)).map((one) => [one.id, one]));
    for (const { askingId, mentionId } of found) {
      const mention = mentions.get(mentionId);
      const asking = await lockAsking(tx, workspaceId, askingId);
      if (!mention || !asking || asking.answeredAt) continue;
      const read = readReply(mention, { question: asking.question, scale: asking.scale as Scale });
      const at = new Date(mention.saidAt);
      await takeAnswer(tx, workspaceId, asking, { by: 'reply', read, mentionId, words: null, at });
    }
  });

/** Where the words themselves do not say it, a sure reading of them does: for how it went, not for whether something is solved. */
export const readReply = (
  { body, reading }: Pick<MentionView, 'body' | 'reading'>,
  asked: { readonly question: Question; readonly scale: Scale },
): ReadAnswer | undefined => {
  const read = readAnswer(body, asked);
  if (read || asked.question === 'solved' || !reading || reading.unsure || reading.proposed) return read;
  if (reading.polarity === 'pos') return { score: asked.scale === 5 ? 4 : 3, from: 'reading' };
  if (reading.polarity === 'neg') return { score: asked.scale === 5 ? 2 : 1, from: 'reading' };
  return undefined;
};
