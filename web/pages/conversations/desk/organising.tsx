import { useNavigate } from '@tanstack/react-router';
import { Check, MailOpen, RotateCcw } from 'lucide-react';
import { useWords } from '../../../app/language.tsx';
import { useMay, useMe, useWorkspace } from '../../../app/session.ts';
import { useCommands } from '../../../app/shortcuts.ts';
import { Button } from '../../../components/button/button.tsx';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { useMarkUnread } from '../use-thread.ts';
import type { ThreadDetail } from '../views.ts';
import { words } from '../words.ts';
import { AssignMenu } from './assign-menu.tsx';
import { FollowButton } from './follow-button.tsx';
import { LabelMenu } from './label-menu.tsx';
import { SnoozeMenu } from './snooze-menu.tsx';
import { usePlace } from './use-place.ts';

/** What a colleague can do with a conversation: hand over, put aside, label, follow, close. */
export const Organising = ({ detail }: { readonly detail: ThreadDetail }) => {
  const w = useWords(words);
  const may = useMay();
  const { person } = useMe();
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const { thread } = detail;
  const place = usePlace(thread);
  const markUnread = useMarkUnread(thread.id);

  const isOver = thread.status === 'done';
  const toggle = () =>
    place.change(
      { status: isOver ? 'open' : 'done' },
      { said: isOver ? w.reopened : w.closed, back: { status: isOver ? 'done' : 'open' } },
    );
  const leave = () =>
    markUnread.mutate(undefined, {
      onError: place.say,
      onSuccess: () => {
        showToast({ text: w.markedUnread });
        void navigate({ to: '/$slug/conversazioni', params: { slug }, search: (kept) => kept });
      },
    });

  useCommands(
    w.title,
    may('threads.organise')
      ? [
          { id: 'close', label: w.keys.close, keys: 'e', run: toggle },
          { id: 'take', label: w.keys.take, keys: 'm', run: () => place.change({ assigneeId: person.id }) },
          { id: 'unread', label: w.keys.unread, keys: 'u', run: leave },
        ]
      : [],
  );
  if (!may('threads.organise')) return null;
  return (
    <>
      <AssignMenu thread={thread} place={place} />
      <SnoozeMenu thread={thread} place={place} />
      <LabelMenu thread={thread} place={place} />
      <FollowButton detail={detail} />
      <IconButton label={w.markUnread} keys="u" icon={<MailOpen aria-hidden size={18} />} onPress={leave} />
      <Button size="small" className="ml-auto" onPress={toggle} isPending={place.isPending}>
        {isOver ? <RotateCcw aria-hidden size={16} /> : <Check aria-hidden size={16} />}
        {isOver ? w.reopen : w.close}
      </Button>
    </>
  );
};
