import { type Member, may } from '../../people/index.ts';
import type { ThreadId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { readDeeds } from '../store/deed-rows.ts';
import { type RunRow, readRunsOf } from '../store/run-rows.ts';

type Deeds = Awaited<ReturnType<typeof readDeeds>>;
type Page = { readonly deeds: Deeds; readonly next: string | null };

const PAGE = 50;

/** What a rule did, or what rules did to a conversation, and why: the latest first. */
export const readLog = (
  { database }: Pick<Platform, 'database'>,
  actor: Member,
  of: { readonly ruleId: string } | { readonly threadId: ThreadId },
  before: string | null,
): Promise<Result<Page, { readonly kind: 'not-allowed' }>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'rules.read')) return err({ kind: 'not-allowed' });
    const deeds = await readDeeds(tx, actor.workspaceId, of, before, PAGE);
    return ok({ deeds, next: deeds.length === PAGE ? (deeds.at(-1)?.id ?? null) : null });
  });

export const readRuns = (
  { database }: Pick<Platform, 'database'>,
  actor: Member,
  ruleId: string,
): Promise<Result<readonly RunRow[], { readonly kind: 'not-allowed' }>> =>
  database.inWorkspace(actor.workspaceId, async (tx) =>
    may(actor, 'rules.read')
      ? ok(await readRunsOf(tx, actor.workspaceId, ruleId))
      : err({ kind: 'not-allowed' }),
  );
