import { audit } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { LiveChange } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PauseReason } from '../model/rule-state.ts';
import { lockRule, updateRule } from '../store/rule-rows.ts';
import { signalRules } from './rules-of.ts';

export const TELL_PAUSED_JOB = 'rules.tell-paused';

/** What open screens are told when rules, or what they did, are not what they were. */
export const rulesChanged = (what: 'rules' | 'deeds', ruleIds: readonly string[] = []): LiveChange => ({
  kind: 'rules.changed',
  payload: { what, ruleIds },
});

/** The product itself stops a rule: whoever wrote it is told. Nothing when it was stopped already; the screens are told by the caller. */
export const pauseRule = async (
  { jobs, clock }: Pick<Platform, 'jobs' | 'clock'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  ruleId: string,
  reason: PauseReason,
): Promise<readonly LiveChange[]> => {
  const rule = await lockRule(tx, workspaceId, ruleId);
  if (rule?.state !== 'on') return [];
  await updateRule(tx, workspaceId, ruleId, {
    state: 'paused',
    pauseReason: reason,
    updatedAt: clock.now(),
  });
  const system = { kind: 'system', workspaceId, name: 'Passaparola' } as const;
  const details = { reason: reason.kind };
  await audit(tx, system, { action: 'rule.paused', subjectKind: 'rule', subjectId: ruleId, details });
  await signalRules(tx, workspaceId);
  await jobs.send(tx, TELL_PAUSED_JOB, { workspaceId, ruleId });
  return [rulesChanged('rules', [ruleId])];
};
