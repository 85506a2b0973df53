import { type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ContactRow } from '../model/contact-view.ts';
import { type MergeEvidence, weighLikenesses } from '../model/merge-evidence.ts';
import { readContactRows } from '../store/contact-list.ts';
import { readLikenesses } from '../store/likenesses.ts';

export type MergeSuggestion = {
  readonly a: ContactRow;
  readonly b: ContactRow;
  readonly evidence: MergeEvidence['evidence'];
  readonly certainty: number;
};

/** Pairs who may be one person, with what speaks for it. */
export const suggestMerges = (
  platform: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
): Promise<Result<readonly MergeSuggestion[], { readonly kind: 'not-allowed' }>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.read')) return err({ kind: 'not-allowed' });
    const pairs = weighLikenesses(await readLikenesses(tx, actor.workspaceId));
    const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
    const rows = await readContactRows(tx, actor.workspaceId, ids, platform.clock.now());
    return ok(
      pairs.flatMap(({ a, b, evidence, certainty }) => {
        const [one, other] = [rows.get(a), rows.get(b)];
        return one && other ? [{ a: one, b: other, evidence, certainty }] : [];
      }),
    );
  });
