import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { appendLive, type LiveChange } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { askingsOf, type Happening } from '../model/happening.ts';
import { missingOf } from '../model/missing.ts';
import { readNearing } from '../store/happening-rows.ts';
import { readKnown } from '../store/read-known.ts';
import { lockRule, readWorkspacesWithRules, updateRule } from '../store/rule-rows.ts';
import { act } from './act.ts';
import { noteFailure } from './note-failure.ts';
import { pauseRule } from './pause-rule.ts';
import { rulesOf } from './rules-of.ts';

type Ground = Pick<Platform, 'database' | 'clock' | 'jobs' | 'signals' | 'log'>;

/** Conversations asked together: each batch holds what it changes. */
const AT_ONCE = 200;

/** What no event tells: deadlines that come near, and rules that name what is no more. */
export const lookAround = async (platform: Ground): Promise<void> => {
  for (const workspaceId of await platform.database.asInstallation(readWorkspacesWithRules)) {
    await platform.database.inWorkspace(workspaceId, (tx) => pauseBroken(platform, tx, workspaceId));
    const { rules } = await platform.database.inWorkspace(workspaceId, (tx) =>
      rulesOf(platform, tx, workspaceId),
    );
    for (const { id, body } of rules) {
      if (body.trigger.when !== 'deadline-near') continue;
      const { minutes } = body.trigger;
      await platform.database
        .inWorkspace(workspaceId, (tx) => lookFor(platform, tx, workspaceId, id, minutes))
        .catch(async (error: unknown) => {
          platform.log.error({ ruleId: id, error: String(error) }, 'a rule failed');
          await noteFailure(platform, workspaceId, id);
        });
    }
  }
};

const pauseBroken = async (platform: Ground, tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  const { rules } = await rulesOf(platform, tx, workspaceId);
  const known = await readKnown(tx, workspaceId);
  const changes: LiveChange[] = [];
  for (const { id, body } of rules) {
    const missing = missingOf(body, known);
    if (missing.length > 0)
      changes.push(...(await pauseRule(platform, tx, workspaceId, id, { kind: 'missing', missing })));
  }
  await appendLive(tx, workspaceId, changes);
};

/** From where the last look ended: each deadline comes near once, whichever process looks. */
const lookFor = async (
  platform: Ground,
  tx: Transaction,
  workspaceId: WorkspaceId,
  ruleId: string,
  minutes: number,
): Promise<void> => {
  const row = await lockRule(tx, workspaceId, ruleId);
  if (row?.state !== 'on') return;
  const now = platform.clock.now();
  const lookedAt = row.lookedAt && row.lookedAt > row.activeSince ? row.lookedAt : row.activeSince;
  const nearing = await readNearing(tx, workspaceId, minutes, lookedAt, now);
  await updateRule(tx, workspaceId, ruleId, { lookedAt: now });
  const { rules, answers } = await rulesOf(platform, tx, workspaceId);
  const mine = rules.filter(({ id }) => id === ruleId);
  const happenings = nearing.map(
    ({ id, threadId, dueAt }): Happening => ({
      ...{ threadId, when: 'deadline-near', minutes, chain: [] },
      key: `near:${id}:${dueAt.getTime()}`,
    }),
  );
  for (let start = 0; start < happenings.length; start += AT_ONCE) {
    const some = happenings.slice(start, start + AT_ONCE);
    await act(platform, tx, workspaceId, answers, askingsOf(mine, some));
  }
};
