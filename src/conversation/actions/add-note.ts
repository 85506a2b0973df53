import { listMembers, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import { newId, type PersonId, type ThreadId } from '../../platform/ids.ts';
import { appendLive, type LiveChange } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import type { NoteView } from '../model/views.ts';
import { addFollowers } from '../store/follower-rows.ts';
import { insertNoteMentions, readMailsMentions } from '../store/note-mention-rows.ts';
import { insertNote } from '../store/note-rows.ts';
import { lockThread } from '../store/thread-rows.ts';

export const MAIL_CALL_JOB = 'conversation.mail-call';

/** Whoever has not looked after this long (ms) gets a mail, if they asked for one. */
const MAIL_AFTER_MS = 5 * 60_000;

export type NewNote = {
  readonly body: string;
  /** Colleagues whom it calls: they are told, and follow the conversation from now on. */
  readonly mentions?: readonly PersonId[];
};

export type NoteFailure = { readonly kind: 'not-allowed' | 'not-found' | 'not-a-colleague' };

/** Says something to the colleagues beside a thread; it never leaves the company. */
export const addNote = (
  desk: Pick<Desk, 'database' | 'clock' | 'jobs'>,
  actor: Member,
  inThread: ThreadId,
  { body, mentions = [] }: NewNote,
): Promise<Result<NoteView, NoteFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'notes.write')) return err({ kind: 'not-allowed' });
    const thread = await lockThread(tx, actor.workspaceId, inThread, 'share');
    if (!thread) return err({ kind: 'not-found' });
    const threadId = thread.id;
    const { workspaceId, personId } = actor;
    const called = [...new Set(mentions)].sort();
    const members = called.length > 0 ? await listMembers(tx, workspaceId) : [];
    if (!called.every((id) => members.some((member) => member.personId === id)))
      return err({ kind: 'not-a-colleague' });
    const others = called.filter((id) => id !== personId);
    const { changes, ...note } = await writeNote(desk, tx, actor, threadId, body, others);
    await appendLive(tx, workspaceId, changes);
    return ok({
      ...note,
      personName: actor.name,
      mentions: others,
      createdAt: note.createdAt.toISOString(),
    });
  });

/** Writes it and tells those whom it calls; the open screens are told by the caller, with `changes`, last thing. */
export const writeNote = async (
  desk: Pick<Desk, 'clock' | 'jobs'>,
  tx: Transaction,
  by: Pick<Member, 'workspaceId' | 'personId' | 'name'>,
  threadId: ThreadId,
  body: string,
  called: readonly PersonId[],
): Promise<
  Pick<NoteView, 'id' | 'personId' | 'body'> & {
    readonly createdAt: Date;
    readonly changes: readonly LiveChange[];
  }
> => {
  const { workspaceId, personId } = by;
  const note = { id: newId(), personId, body, createdAt: desk.clock.now() };
  await insertNote(tx, { workspaceId, threadId, ...note });
  if (called.length > 0) await call(desk, tx, by, { threadId, ...note }, called);
  const changes = [
    { kind: 'note.added', payload: { threadId, noteId: note.id } },
    ...called.map((each) => ({
      kind: 'note.called',
      payload: { threadId, noteId: note.id, personId: each, byName: by.name },
    })),
  ];
  return { ...note, changes };
};

/** They follow it, it waits on their first page, the rooms above may tell them in other ways, and a mail goes to those who want one. */
const call = async (
  desk: Pick<Desk, 'jobs'>,
  tx: Transaction,
  actor: Pick<Member, 'workspaceId' | 'personId' | 'name'>,
  note: { readonly id: string; readonly threadId: ThreadId; readonly createdAt: Date },
  personIds: readonly PersonId[],
): Promise<void> => {
  const { workspaceId } = actor;
  const { threadId, id: noteId, createdAt } = note;
  await addFollowers(tx, workspaceId, threadId, personIds, createdAt);
  await insertNoteMentions(tx, workspaceId, note, personIds);
  const payload = { threadId, noteId, personIds, byId: actor.personId };
  await appendEvents(tx, workspaceId, [{ kind: 'note.called', payload }]);
  const startAfter = new Date(createdAt.getTime() + MAIL_AFTER_MS);
  for (const personId of personIds) {
    if (!(await readMailsMentions(tx, workspaceId, personId))) continue;
    const job = { workspaceId, noteId, personId, threadId, byName: actor.name };
    await desk.jobs.send(tx, MAIL_CALL_JOB, job, { startAfter });
  }
};
