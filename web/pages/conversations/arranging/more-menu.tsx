import { useNavigate } from '@tanstack/react-router';
import { Bell, Combine, Ellipsis, MailOpen, MessagesSquare, Search, Split } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { useCommands } from '../../../app/shortcuts.ts';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { Menu } from '../../../components/menu/menu.tsx';
import { useFollow } from '../desk/use-follow.ts';
import { useLeaveUnread } from '../desk/use-leave-unread.ts';
import { words as finding } from '../finding/words.ts';
import { words as person } from '../person/words.ts';
import type { ThreadDetail } from '../views.ts';
import { words as room } from '../words.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { words } from './words.ts';

type MoreMenuProps = { readonly detail: ThreadDetail; readonly onFind: () => void };

/** What is done with a conversation now and then: find in it, read all with that person, join, divide. */
export const MoreMenu = ({ detail, onFind }: MoreMenuProps) => {
  const w = useWords(words);
  const r = useWords(room);
  const f = useWords(finding);
  const p = useWords(person);
  const may = useMay();
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'merge' | 'split' | null>(null);
  const { thread } = detail;
  const follow = useFollow(detail);
  const leave = useLeaveUnread(thread.id);
  const all = () =>
    void navigate({
      to: '/$slug/conversazioni/$threadId/tutto',
      params: { slug, threadId: thread.id },
      search: (kept) => kept,
    });
  const canArrange = may('threads.organise');
  const canSplit = canArrange && thread.mentionCount > 1;
  useCommands(r.title, [
    { id: 'find', label: f.find, keys: 'q', run: onFind },
    { id: 'whole', label: p.whole, keys: 't', run: all },
    ...(canArrange ? [{ id: 'merge', label: w.keys.merge, keys: 'w', run: () => setOpen('merge') }] : []),
    ...(canSplit ? [{ id: 'split', label: w.keys.split, keys: 'd', run: () => setOpen('split') }] : []),
  ]);
  return (
    <>
      <Menu
        label={w.more}
        trigger={<IconButton label={w.more} icon={<Ellipsis aria-hidden size={18} />} />}
        entries={[
          { id: 'find', label: f.find, icon: <Search aria-hidden size={16} />, keys: 'q', run: onFind },
          {
            id: 'whole',
            label: p.whole,
            icon: <MessagesSquare aria-hidden size={16} />,
            keys: 't',
            run: all,
          },
          ...(canArrange
            ? [
                // On the phone there is no room for them beside the others.
                {
                  id: 'follow',
                  label: follow.label,
                  icon: <Bell aria-hidden size={16} />,
                  keys: 'f',
                  run: follow.toggle,
                },
                {
                  id: 'unread',
                  label: r.markUnread,
                  icon: <MailOpen aria-hidden size={16} />,
                  keys: 'u',
                  run: leave,
                },
                { id: 'line', separator: true as const },
                {
                  id: 'merge',
                  label: w.merge,
                  icon: <Combine aria-hidden size={16} />,
                  keys: 'w',
                  run: () => setOpen('merge'),
                },
              ]
            : []),
          ...(canSplit
            ? [
                {
                  id: 'split',
                  label: w.split,
                  icon: <Split aria-hidden size={16} />,
                  keys: 'd',
                  run: () => setOpen('split'),
                },
              ]
            : []),
        ]}
      />
      {open === 'merge' && <MergeDialog thread={thread} onClose={() => setOpen(null)} />}
      {open === 'split' && <SplitDialog detail={detail} onClose={() => setOpen(null)} />}
    </>
  );
};
