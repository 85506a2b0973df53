import { useState } from 'react';
import { useInBoth, useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.ts';
import { useCommands } from '../../app/shortcuts.ts';
import { Button } from '../../components/button/button.tsx';
import { Composer } from './composer.tsx';
import { NoteForm } from './note-form.tsx';
import type { ThreadDetail } from './views.ts';
import { words } from './words.ts';

/** Under the conversation: answer, or say something to the colleagues. */
export const ThreadFoot = ({ detail, name }: { readonly detail: ThreadDetail; readonly name: string }) => {
  const w = useWords(words);
  const may = useMay();
  const inBoth = useInBoth();
  const [open, setOpen] = useState<'reply' | 'note' | null>(detail.draft ? 'reply' : null);
  const target = detail.mentions.findLast(
    (mention) => !mention.ours && !mention.removedAt && !mention.automatic,
  );
  const canReply = may('replies.send') && detail.composer !== null && target !== undefined;
  const canNote = may('notes.write');
  useCommands(w.reply, [
    ...(canReply ? [{ id: 'reply', label: w.keys.reply, keys: 'r', run: () => setOpen('reply') }] : []),
    ...(canNote ? [{ id: 'note', label: w.keys.note, keys: 'n', run: () => setOpen('note') }] : []),
  ]);
  const close = () => setOpen(null);
  return (
    <footer className="border-line border-t px-4 py-3 desk:px-8">
      <div className="mx-auto max-w-3xl">
        {open === 'reply' && canReply && detail.composer && (
          <Composer detail={detail} composer={detail.composer} target={target} onClose={close} />
        )}
        {open === 'note' && <NoteForm threadId={detail.thread.id} onClose={close} />}
        {open === null && (
          <div className="flex flex-wrap items-center gap-3">
            {canReply && (
              <Button weight="primary" onPress={() => setOpen('reply')}>
                {w.replyTo(name)}
              </Button>
            )}
            {canNote && (
              <Button weight="quiet" onPress={() => setOpen('note')}>
                {w.note}
              </Button>
            )}
            {!detail.composer && detail.composerReason && (
              <p className="text-ink-soft text-small">
                {w.cannotReply}: {inBoth(detail.composerReason)}
              </p>
            )}
          </div>
        )}
      </div>
    </footer>
  );
};
