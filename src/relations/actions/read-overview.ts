import { type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { readBatchState } from '../store/batch-states.ts';
import { countRelations, readSnapshots } from '../store/map-reads.ts';

/** Half a year: as much as a small chart shows. */
const DAYS = 183;

/** How wide and dense the web around the company is, how it became so, and what the batch does now. */
export const readOverview = (platform: Pick<Platform, 'database'>, actor: Member) =>
  platform.database.inWorkspace(
    actor.workspaceId,
    async (tx): Promise<Result<Overview, { readonly kind: 'not-allowed' }>> => {
      if (!may(actor, 'relations.read')) return err({ kind: 'not-allowed' });
      const { workspaceId } = actor;
      const counts = await countRelations(tx, workspaceId);
      const snapshots = await readSnapshots(tx, workspaceId, DAYS);
      const state = await readBatchState(tx, workspaceId);
      const last = snapshots.at(-1);
      const isKnown = state.batchAt !== null || state.token !== null || state.changed > 0;
      const { batchAt, progress, seconds, changed, halfLives } = state;
      return ok({
        ...counts,
        interactions: state.interactions + changed,
        ourEffectiveSize: last?.ourEffectiveSize ?? 0,
        withinTwoSteps: last?.withinTwoSteps ?? 0,
        batch: isKnown
          ? { at: batchAt, state: state.state, progress: progress ?? 0, seconds, changed, halfLives }
          : null,
        snapshots,
      });
    },
  );

export type Overview = Awaited<ReturnType<typeof countRelations>> & {
  readonly interactions: number;
  readonly ourEffectiveSize: number;
  readonly withinTwoSteps: number;
  readonly batch: {
    readonly at: string | null;
    readonly state: 'idle' | 'running' | 'failed';
    readonly progress: number;
    readonly seconds: number | null;
    readonly changed: number;
    readonly halfLives: Readonly<Record<string, number>>;
  } | null;
  readonly snapshots: Awaited<ReturnType<typeof readSnapshots>>;
};
