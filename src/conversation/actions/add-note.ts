import { type Member, may } from '../../people/index.ts';
import { newId, type ThreadId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import type { NoteView } from '../model/views.ts';
import { insertNote } from '../store/note-rows.ts';
import { lockThread } from '../store/thread-rows.ts';

/** Says something to the colleagues beside a thread; it never leaves the company. */
export const addNote = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  threadId: ThreadId,
  body: string,
): Promise<Result<NoteView, { readonly kind: 'not-allowed' | 'not-found' }>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'notes.write')) return err({ kind: 'not-allowed' });
    if (!(await lockThread(tx, actor.workspaceId, threadId, 'share'))) return err({ kind: 'not-found' });
    const { workspaceId, personId } = actor;
    const note = { id: newId(), personId, body, createdAt: desk.clock.now() };
    await insertNote(tx, { workspaceId, threadId, ...note });
    await appendLive(tx, workspaceId, [{ kind: 'note.added', payload: { threadId, noteId: note.id } }]);
    return ok({ ...note, personName: actor.name, createdAt: note.createdAt.toISOString() });
  });
