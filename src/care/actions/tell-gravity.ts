import { z } from 'zod';
import { markGravity } from '../../conversation/index.ts';
import type { Subscription } from '../../platform/events/events.ts';
import type { Platform } from '../../platform/platform.ts';
import { gravityOfThreads } from '../store/case-mentions.ts';

const Changed = z.object({ cases: z.array(z.object({ caseId: z.uuid() })) });

/** Answers to what is grave are promised sooner: the conversations of cases that changed are told how grave they are now. */
export const gravitySubscription = (platform: Pick<Platform, 'clock'>): Subscription => ({
  name: 'care.gravity',
  kinds: ['cases.changed'],
  handle: async (tx, workspaceId, events) => {
    const caseIds = events.flatMap(({ payload }) => Changed.parse(payload).cases.map(({ caseId }) => caseId));
    await markGravity(platform, tx, workspaceId, await gravityOfThreads(tx, workspaceId, caseIds));
  },
});
