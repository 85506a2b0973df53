import { useMutation } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { call, inWorkspace } from '../../app/api.ts';
import { useWords } from '../../app/language.tsx';
import { describeProblem } from '../../app/problems.ts';
import { useMe, useWorkspace } from '../../app/session.ts';
import { useTimes } from '../../app/times.ts';
import { IconButton } from '../../components/button/icon-button.tsx';
import { showToast } from '../../components/toast/toast.ts';
import { NoteBody } from './desk/note-body.tsx';
import { useRefresh } from './use-thread.ts';
import type { NoteView } from './views.ts';
import { words } from './words.ts';

/** What colleagues say among themselves: plainly another paper. */
export const NoteTurn = ({ note, threadId }: { readonly note: NoteView; readonly threadId: string }) => {
  const w = useWords(words);
  const times = useTimes();
  const { person } = useMe();
  const { id } = useWorkspace();
  const refresh = useRefresh();
  const remove = useMutation({
    mutationFn: () => call('DELETE', inWorkspace(id, 'notes', note.id)),
    onSuccess: () => showToast({ text: w.noteRemoved }),
    onError: (error) => showToast({ tone: 'bad', text: describeProblem(error).title }),
    onSettled: () => refresh(threadId),
  });
  return (
    <aside aria-label={w.note} className="mx-auto max-w-xl rounded-md bg-note px-4 py-3">
      <p className="mb-1 flex items-baseline gap-2 text-ink-soft text-small">
        <span className="min-w-0 flex-1">{w.noteBy(note.personName)}</span>
        <time dateTime={note.createdAt}>{times.time(note.createdAt)}</time>
        {note.personId === person.id && (
          <IconButton
            label={w.removeNote}
            icon={<X aria-hidden size={14} />}
            onPress={() => remove.mutate()}
            className="-my-2 size-7!"
          />
        )}
      </p>
      <NoteBody note={note} />
    </aside>
  );
};
