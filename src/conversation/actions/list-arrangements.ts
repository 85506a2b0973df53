import { type Member, may, personNames } from '../../people/index.ts';
import type { ThreadId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { listArrangements as readArrangements, readJoinedInto } from '../store/arrangement-rows.ts';
import { readPartedFrom } from '../store/parting-rows.ts';
import { threadThere } from '../store/thread-there.ts';

/** The latest are enough to take one back. */
const SHOWN = 20;

export type ArrangementView = {
  readonly id: string;
  readonly kind: 'merge' | 'split';
  readonly byName: string;
  readonly at: string;
  /** The conversations that were joined here, or the one that was divided off. */
  readonly otherIds: readonly ThreadId[];
  /** The conversation that stayed. */
  readonly threadId: ThreadId;
  readonly undone: boolean;
};

/** What was joined or divided by hand here, the latest first. */
export const listArrangements = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
  asked: ThreadId,
): Promise<Result<readonly ArrangementView[], { readonly kind: 'not-allowed' | 'not-found' }>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const threadId = await threadThere(tx, workspaceId, asked);
    if (!threadId) return err({ kind: 'not-found' });
    const ids = await readJoinedInto(tx, workspaceId, threadId);
    const others = await readPartedFrom(tx, workspaceId, ids);
    const near = await readArrangements(tx, workspaceId, [...ids, ...others], 2 * SHOWN);
    const isHere = (id: ThreadId | null) => id !== null && ids.includes(id);
    const rows = near.filter((row) => isHere(row.threadId) || isHere(row.intoId)).slice(0, SHOWN);
    const names = await personNames(
      tx,
      workspaceId,
      rows.map((row) => row.personId),
    );
    return ok(
      rows.map(({ id, kind, personId, createdAt, intoId, partIds, undoneAt, ...row }) => ({
        id,
        kind,
        byName: names.get(personId) ?? '',
        at: createdAt.toISOString(),
        otherIds: intoId ? [intoId] : (partIds ?? []),
        threadId: row.threadId,
        undone: undoneAt !== null,
      })),
    );
  });
