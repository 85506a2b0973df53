import { audit, type Member, may } from '../../people/index.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { threadChanges } from '../model/live-changes.ts';
import { emptyNote, lockNote } from '../store/note-rows.ts';

/** Takes a note back: one's own, or anybody's for those who coordinate. */
export const removeNote = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  noteId: string,
): Promise<Result<null, { readonly kind: 'not-allowed' | 'not-found' }>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    const note = await lockNote(tx, actor.workspaceId, noteId);
    if (!note) return err({ kind: 'not-found' });
    const isOwn = note.personId === actor.personId && may(actor, 'notes.write');
    if (!isOwn && !may(actor, 'workspace.manage')) return err({ kind: 'not-allowed' });
    await emptyNote(tx, actor.workspaceId, noteId, desk.clock.now());
    await audit(tx, actor, { action: 'note.removed', subjectKind: 'note', subjectId: noteId });
    await appendLive(tx, actor.workspaceId, threadChanges([note.threadId], 'note'));
    return ok(null);
  });
