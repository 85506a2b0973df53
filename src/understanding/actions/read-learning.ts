import { type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { CompanyFigures } from '../model/learn-company.ts';
import { type CorrectionCounts, countCorrections } from '../store/corrections.ts';
import { readSettings } from '../store/settings.ts';
import type { CompanyReader } from './company-reader.ts';

export type Learning = {
  readonly corrections: CorrectionCounts;
  readonly layer: { readonly size: number; readonly learnedAt: string; readonly milliseconds: number } | null;
  readonly figures: CompanyFigures | null;
  readonly rereading: { readonly done: number; readonly total: number } | null;
};

/** How the company's own reading has come along. */
export const readLearning = async (
  platform: Pick<Platform, 'database'>,
  reader: Pick<CompanyReader, 'current'>,
  actor: Member,
): Promise<Result<Learning, { readonly kind: 'not-allowed' }>> => {
  if (!may(actor, 'mentions.read')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const company = await reader.current(workspaceId);
  const { corrections, settings } = await platform.database.inWorkspace(workspaceId, async (tx) => ({
    corrections: await countCorrections(tx, workspaceId),
    settings: await readSettings(tx, workspaceId),
  }));
  const { rereadDone: done, rereadTotal: total } = settings;
  return ok({
    corrections,
    layer: company.learnt && { ...company.learnt, learnedAt: company.learnt.learnedAt.toISOString() },
    figures: await company.figures(),
    rereading: done === null || total === null ? null : { done, total },
  });
};
