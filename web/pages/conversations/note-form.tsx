import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call, inWorkspace } from '../../app/api.ts';
import { useWords } from '../../app/language.tsx';
import { useMe, useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { CallList } from './desk/call-list.tsx';
import { calledIn, colleaguesFor, nameBegun, nameInto } from './desk/calls.ts';
import { words as deskWords } from './desk/words.ts';
import { useMembers } from './use-members.ts';
import { useRefresh } from './use-thread.ts';
import { words } from './words.ts';

export const NoteForm = ({
  threadId,
  onClose,
}: {
  readonly threadId: string;
  readonly onClose: () => void;
}) => {
  const w = useWords(words);
  const d = useWords(deskWords);
  const { id } = useWorkspace();
  const refresh = useRefresh();
  const area = useRef<HTMLTextAreaElement>(null);
  const { person } = useMe();
  const colleagues = useMembers().filter(({ personId }) => personId !== person.id);
  const [body, setBody] = useState('');
  const [marked, setMarked] = useState(0);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const begun = nameBegun(body, area.current?.selectionStart ?? body.length);
  const offered = begun === null || begun === dismissed ? [] : colleaguesFor(begun, colleagues).slice(0, 6);
  const chosen = Math.min(marked, offered.length - 1);
  const take = (name: string) => {
    const next = nameInto(body, area.current?.selectionStart ?? body.length, name);
    setBody(next.text);
    setMarked(0);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const add = useMutation({
    mutationFn: () =>
      call('POST', inWorkspace(id, 'threads', threadId, 'notes'), {
        body: body.trim(),
        mentions: [...new Set(calledIn(body, colleagues))],
      }),
    onSuccess: async () => {
      await refresh(threadId);
      onClose();
    },
  });
  return (
    <form
      className="flex flex-col gap-3 rounded-lg bg-note p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (body.trim()) add.mutate();
      }}
      onKeyDownCapture={(event) => {
        if (offered.length === 0) return;
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step !== 0) setMarked((chosen + step + offered.length) % offered.length);
        else if (event.key === 'Escape') setDismissed(begun);
        else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab')
          take(offered[chosen]?.name ?? '');
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      {add.isError && <ErrorNote error={add.error} />}
      <TextArea
        label={w.writeNote}
        help={`${w.noteHint}${colleagues.length > 0 ? ` ${d.callHint}` : ''}`}
        value={body}
        onChange={(text) => {
          setBody(text);
          setDismissed(null);
        }}
        areaRef={area}
        autoFocus
        maxLength={10_000}
      />
      <CallList offered={offered} chosen={chosen} onTake={take} />
      <div className="flex gap-3">
        <Button type="submit" isDisabled={!body.trim()} isPending={add.isPending}>
          {w.addNote}
        </Button>
        <Button weight="quiet" onPress={onClose}>
          {w.undo}
        </Button>
      </div>
    </form>
  );
};
