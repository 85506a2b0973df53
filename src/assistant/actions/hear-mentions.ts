import { z } from 'zod';
import type { Transaction } from '../../platform/db/database.ts';
import type { DomainEvent, Subscription } from '../../platform/events/events.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import { isWanted } from '../model/settings.ts';
import { forgetProposals } from '../store/proposals.ts';
import { readSettings } from '../store/settings.ts';
import type { Assistant } from './assistant.ts';
import { READ_JOB } from './read-uncertain.ts';

const Gone = z.object({ mentionIds: z.array(z.uuid()) }).transform(({ mentionIds }) => mentionIds);
const Received = z
  .object({
    mentions: z.array(
      z.object({
        id: z.uuid(),
        ours: z.boolean().default(false),
        automatic: z.string().nullish(),
        removed: z.boolean().default(false),
      }),
    ),
  })
  .transform(({ mentions }) =>
    mentions.filter(({ ours, automatic, removed }) => !ours && !automatic && !removed).map(({ id }) => id),
  );

/** New texts are looked at by a job of its own: whoever hands events over waits for no other server. */
export const readingSubscription = (assistant: Pick<Assistant, 'jobs'>): Subscription => ({
  name: 'assistant.hear',
  kinds: ['mentions.received', 'mentions.reread', 'mentions.removed', 'mentions.emptied'],
  handle: async (tx, workspaceId, events) => {
    await forgetProposals(tx, workspaceId, idsOf(events, ['mentions.removed', 'mentions.emptied'], Gone));
    if (!isWanted(await readSettings(tx, workspaceId), 'reading')) return;
    await plan(assistant, tx, workspaceId, idsOf(events, ['mentions.received'], Received), true);
    // Read anew by what the company taught: the proposals are put back where it is still unsure, and nothing is asked.
    await plan(assistant, tx, workspaceId, idsOf(events, ['mentions.reread'], Gone), false);
  },
});

const plan = async (
  { jobs }: Pick<Assistant, 'jobs'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly MentionId[],
  mayAsk: boolean,
): Promise<void> => {
  if (mentionIds.length > 0) await jobs.send(tx, READ_JOB, { workspaceId, mentionIds, mayAsk });
};

const idsOf = (
  events: readonly DomainEvent[],
  kinds: readonly string[],
  schema: z.ZodType<readonly MentionId[]>,
): readonly MentionId[] => [
  ...new Set(
    events.filter(({ kind }) => kinds.includes(kind)).flatMap(({ payload }) => schema.parse(payload)),
  ),
];
