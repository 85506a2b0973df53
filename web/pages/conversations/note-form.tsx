import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, inWorkspace } from '../../app/api.ts';
import { useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
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
  const { id } = useWorkspace();
  const refresh = useRefresh();
  const [body, setBody] = useState('');
  const add = useMutation({
    mutationFn: () => call('POST', inWorkspace(id, 'threads', threadId, 'notes'), { body: body.trim() }),
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
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      {add.isError && <ErrorNote error={add.error} />}
      <TextArea
        label={w.writeNote}
        help={w.noteHint}
        value={body}
        onChange={setBody}
        autoFocus
        maxLength={10_000}
      />
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
