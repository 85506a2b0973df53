import { readMentions } from '../../listening/index.ts';
import { type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { excerptOf } from '../model/excerpt.ts';
import type { Judgement } from '../model/judgement.ts';
import { type CorrectionRow, listCorrections as selectCorrections } from '../store/corrections.ts';

/** One line of the log. `excerpt` is of the mention as it is now: empty when its words are gone. */
export type CorrectionView = {
  readonly id: string;
  readonly mentionId: string;
  readonly excerpt: string;
  readonly personName: string;
  readonly createdAt: string;
  readonly before: Judgement;
  readonly after: Judgement;
  readonly confirmed: boolean;
  readonly heldBack: boolean;
  readonly withdrawn: { readonly byName: string; readonly at: string } | null;
};

/** The log of corrections, the latest first. */
export const listCorrections = (
  platform: Pick<Platform, 'database'>,
  actor: Member,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<
  Result<
    { readonly corrections: readonly CorrectionView[]; readonly next: string | null },
    { readonly kind: 'not-allowed' }
  >
> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'mentions.read')) return err({ kind: 'not-allowed' });
    const rows = await selectCorrections(tx, actor.workspaceId, { ...page, limit: page.limit + 1 });
    const shown = rows.slice(0, page.limit);
    return ok({
      corrections: await viewCorrections(tx, actor.workspaceId, shown),
      next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
    });
  });

export const viewCorrections = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly CorrectionRow[],
): Promise<readonly CorrectionView[]> => {
  const people = rows.flatMap(({ personId, withdrawnBy }) => [
    personId,
    ...(withdrawnBy ? [withdrawnBy] : []),
  ]);
  const names = await personNames(tx, workspaceId, people);
  const mentions = await readMentions(tx, workspaceId, [...new Set(rows.map(({ mentionId }) => mentionId))]);
  const excerpts = new Map(mentions.map((mention) => [mention.id, excerptOf(mention)]));
  return rows.map((row) => ({
    id: row.id,
    mentionId: row.mentionId,
    excerpt: excerpts.get(row.mentionId) ?? '',
    personName: names.get(row.personId) ?? '',
    createdAt: row.createdAt.toISOString(),
    before: row.before,
    after: row.after,
    confirmed: row.confirmed,
    heldBack: row.heldBack,
    withdrawn:
      row.withdrawnAt && row.withdrawnBy
        ? { byName: names.get(row.withdrawnBy) ?? '', at: row.withdrawnAt.toISOString() }
        : null,
  }));
};
