import { z } from 'zod';
import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import { hearJob, rulesSubscription } from './actions/hear.ts';
import { lookAround } from './actions/look-at-deadlines.ts';
import { carryOn, RUN_JOB, runRule } from './actions/run-rule.ts';
import { type TellOptions, tellPausedJob } from './actions/tell-paused.ts';
import { sweepDeeds } from './store/deed-rows.ts';
import { sweepRuns } from './store/run-rows.ts';

const RunData = z.object({ workspaceId: z.uuid(), runId: z.uuid() });

/** What rules did is kept for so many days; what was only tried, for so many. */
const KEPT_DAYS = 90;
const TRIED_DAYS = 2;
const DAY_MS = 86_400_000;
const AT_ONCE = 5_000;

/** What this room does by itself: rules answer to what happens, runs go on, the log does not grow for ever. */
export const rulesRoom = (platform: Platform, options: TellOptions = {}): Room => {
  const ground = { ...platform, log: platform.log.child({ room: 'rules' }) };
  return {
    name: 'rules',
    subscriptions: [rulesSubscription(ground)],
    jobs: [
      hearJob(ground),
      tellPausedJob(platform, options),
      {
        name: RUN_JOB,
        handle: async (data) => {
          const { workspaceId, runId } = RunData.parse(data);
          await runRule(ground, workspaceId, runId);
        },
      },
      {
        name: 'rules.look',
        cron: '* * * * *',
        retries: 0,
        handle: async () => {
          await lookAround(ground);
          await carryOn(ground);
        },
      },
      { name: 'rules.sweep', cron: '41 2 * * *', retries: 0, handle: () => sweep(platform) },
    ],
  };
};

const sweep = async ({ database, clock }: Pick<Platform, 'database' | 'clock'>): Promise<void> => {
  const now = clock.now().getTime();
  const before = new Date(now - KEPT_DAYS * DAY_MS);
  for (let gone = AT_ONCE; gone === AT_ONCE; )
    gone = await database.asInstallation((tx) => sweepDeeds(tx, before, AT_ONCE));
  await database.asInstallation((tx) => sweepRuns(tx, new Date(now - TRIED_DAYS * DAY_MS), before));
};
