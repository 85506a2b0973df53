import { sql } from 'drizzle-orm';
import type { WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Rule } from '../model/rule.ts';
import { MOST_FAILURES } from '../model/rule-state.ts';
import { lockRule, updateRule } from '../store/rule-rows.ts';
import { pauseRule } from './pause-rule.ts';

/** Failures that this process knows of: what went well need not be written where nothing had failed. */
const failing = new Set<string>();

/** A rule failed: after several times in a row it is paused, and whoever wrote it told. */
export const noteFailure = (
  platform: Pick<Platform, 'database' | 'clock' | 'jobs'>,
  workspaceId: WorkspaceId,
  ruleId: string,
): Promise<void> => {
  failing.add(ruleId);
  return platform.database.inWorkspace(workspaceId, async (tx) => {
    const rule = await lockRule(tx, workspaceId, ruleId);
    if (!rule) return;
    const failures = rule.failures + 1;
    await updateRule(tx, workspaceId, ruleId, { failures });
    if (failures < MOST_FAILURES) return;
    await appendLive(tx, workspaceId, await pauseRule(platform, tx, workspaceId, ruleId, { kind: 'failed' }));
  });
};

export const noteSuccess = async (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  rules: readonly Rule[],
): Promise<void> => {
  const ids = rules.map(({ id }) => id).filter((id) => failing.delete(id));
  if (ids.length === 0) return;
  await platform.database.inWorkspace(workspaceId, (tx) =>
    tx.execute(
      sql`update rules set failures = 0 where workspace_id = ${workspaceId} and id = any(${sql.param(ids)}::uuid[])`,
    ),
  );
};
