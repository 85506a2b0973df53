import { Check, MailOpen, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useMay, useMe } from '../../../app/session.ts';
import { useCommands } from '../../../app/shortcuts.ts';
import { Button } from '../../../components/button/button.tsx';
import { IconButton } from '../../../components/button/icon-button.tsx';
import type { ThreadDetail } from '../views.ts';
import { words } from '../words.ts';
import { AssignMenu } from './assign-menu.tsx';
import { FollowButton } from './follow-button.tsx';
import { LabelMenu } from './label-menu.tsx';
import { SnoozeMenu } from './snooze-menu.tsx';
import { useLeaveUnread } from './use-leave-unread.ts';
import { usePlace } from './use-place.ts';

type OrganisingProps = {
  readonly detail: ThreadDetail;
  /** What other rooms can do with it: stands before the last, which closes. */
  readonly children: ReactNode;
};

/** What a colleague can do with a conversation: hand over, put aside, label, follow, close. */
export const Organising = ({ detail, children }: OrganisingProps) => {
  const w = useWords(words);
  const may = useMay();
  const { person } = useMe();
  const { thread } = detail;
  const place = usePlace(thread);
  const leave = useLeaveUnread(thread.id);

  const isOver = thread.status === 'done';
  const toggle = () =>
    place.change(
      { status: isOver ? 'open' : 'done' },
      { said: isOver ? w.reopened : w.closed, back: { status: isOver ? 'done' : 'open' } },
    );
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
  if (!may('threads.organise')) return children;
  return (
    <>
      <AssignMenu thread={thread} place={place} />
      <SnoozeMenu thread={thread} place={place} />
      <LabelMenu thread={thread} place={place} />
      <FollowButton detail={detail} className="max-desk:hidden" />
      <IconButton
        label={w.markUnread}
        keys="u"
        icon={<MailOpen aria-hidden size={18} />}
        onPress={leave}
        className="max-desk:hidden"
      />
      {children}
      <Button size="small" className="ml-auto shrink-0" onPress={toggle} isPending={place.isPending}>
        {isOver ? <RotateCcw aria-hidden size={16} /> : <Check aria-hidden size={16} />}
        {isOver ? w.reopen : w.close}
      </Button>
    </>
  );
};
