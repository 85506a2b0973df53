import { movedThreads, threadThere, withFormerThreads } from '../../conversation/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { ThreadId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type NamedDeed, nameDeeds, readDeeds } from '../store/deed-rows.ts';
import { hasRule } from '../store/rule-rows.ts';
import { type RunRow, readRunsOf } from '../store/run-rows.ts';

type Page = { readonly deeds: readonly NamedDeed[]; readonly next: string | null };

const PAGE = 50;

type Refusal = { readonly kind: 'not-allowed' | 'not-found' };

/** What a rule did, or what rules did to a conversation, and why: the latest first. What a rule did stays when the rule is no more. */
export const readLog = (
  { database }: Pick<Platform, 'database'>,
  actor: Member,
  of: { readonly ruleId: string } | { readonly threadId: ThreadId },
  before: string | null,
): Promise<Result<Page, Refusal>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'rules.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const threadId = 'threadId' in of ? await threadThere(tx, workspaceId, of.threadId) : undefined;
    if ('threadId' in of && !threadId) return err({ kind: 'not-found' });
    const scope =
      'ruleId' in of ? of : { threadIds: await withFormerThreads(tx, workspaceId, threadId ?? of.threadId) };
    const found = await readDeeds(tx, workspaceId, scope, before, PAGE);
    const moved = await movedThreads(
      tx,
      workspaceId,
      found.map((deed) => deed.threadId),
    );
    const now = found.map((deed) => ({ ...deed, threadId: moved.get(deed.threadId) ?? deed.threadId }));
    const deeds = await nameDeeds(tx, workspaceId, now);
    const isThere = deeds.length > 0 || !('ruleId' in of) || (await hasRule(tx, workspaceId, of.ruleId));
    if (!isThere) return err({ kind: 'not-found' });
    return ok({ deeds, next: found.length === PAGE ? (found.at(-1)?.id ?? null) : null });
  });

export const readRuns = (
  { database }: Pick<Platform, 'database'>,
  actor: Member,
  ruleId: string,
): Promise<Result<readonly RunRow[], Refusal>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'rules.read')) return err({ kind: 'not-allowed' });
    const runs = await readRunsOf(tx, actor.workspaceId, ruleId);
    const isThere = runs.length > 0 || (await hasRule(tx, actor.workspaceId, ruleId));
    return isThere ? ok(runs) : err({ kind: 'not-found' });
  });
