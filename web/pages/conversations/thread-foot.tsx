import { useEffect, useState } from 'react';
import { useInBoth, useWords } from '../../app/language.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { useCommands } from '../../app/shortcuts.ts';
import { Button } from '../../components/button/button.tsx';
import { ThreadAfterwards } from '../afterwards/thread-afterwards.tsx';
import { ProtectionLine } from '../protection/covered.tsx';
import { Composer } from './composer.tsx';
import { PresentLine } from './desk/present-line.tsx';
import type { usePresence } from './desk/use-presence.ts';
import { NoteForm } from './note-form.tsx';
import type { ThreadDetail } from './views.ts';
import { words } from './words.ts';

type ThreadFootProps = {
  readonly detail: ThreadDetail;
  readonly name: string;
  readonly presence: ReturnType<typeof usePresence>;
};

/** Under the conversation: answer, or say something to the colleagues. */
export const ThreadFoot = ({ detail, name, presence }: ThreadFootProps) => {
  const w = useWords(words);
  const may = useMay();
  const inBoth = useInBoth();
  const [open, setOpen] = useState<'reply' | 'note' | null>(detail.draft ? 'reply' : null);
  useReopenWhenUndone(detail, () => setOpen('reply'));
  const target = detail.mentions.findLast(
    (mention) => !mention.ours && !mention.removedAt && !mention.automatic,
  );
  const canReply =
    (may('replies.send') || may('replies.propose')) && detail.composer !== null && target !== undefined;
  const canNote = may('notes.write');
  useCommands(w.reply, [
    ...(canReply ? [{ id: 'reply', label: w.keys.reply, keys: 'r', run: () => setOpen('reply') }] : []),
    ...(canNote ? [{ id: 'note', label: w.keys.note, keys: 'n', run: () => setOpen('note') }] : []),
  ]);
  const isWriting = open === 'reply' && canReply;
  const { setWriting } = presence;
  useEffect(() => setWriting(isWriting), [isWriting, setWriting]);
  const close = () => setOpen(null);
  return (
    <footer className="border-line border-t px-4 py-3 desk:px-8">
      <div className="mx-auto max-w-3xl">
        <PresentLine others={presence.others} />
        <ProtectionLine threadId={detail.thread.id} />
        {open === 'reply' && canReply && detail.composer && (
          <Composer detail={detail} composer={detail.composer} target={target} onClose={close} />
        )}
        {open === 'note' && <NoteForm threadId={detail.thread.id} onClose={close} />}
        {open === null && <ThreadAfterwards threadId={detail.thread.id} onDraft={() => setOpen('reply')} />}
        {open === null && (
          <div className="flex flex-wrap items-center gap-3">
            {canReply && (
              <Button
                weight="primary"
                className="min-w-0 max-w-full shrink!"
                onPress={() => setOpen('reply')}
              >
                <span className="truncate">{w.replyTo(name)}</span>
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

/** An answer that its writer took back is on the desk again, ready to be bettered. */
const useReopenWhenUndone = (detail: ThreadDetail, reopen: () => void): void => {
  const { person } = useMe();
  const undone = detail.replies.filter(
    ({ state, personId }) => state === 'undone' && personId === person.id,
  ).length;
  const [seen, setSeen] = useState(undone);
  if (undone > seen && detail.draft) {
    setSeen(undone);
    reopen();
  }
};
