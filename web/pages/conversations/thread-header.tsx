import { Link } from '@tanstack/react-router';
import { ArrowLeft, PanelRight } from 'lucide-react';
import { useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { IconButton } from '../../components/button/icon-button.tsx';
import { useChannelName } from '../../components/channel-icon/channel-icon.tsx';
import { CaseButton } from '../care/case-button.tsx';
import { CaseLink } from '../care/case-link.tsx';
import { ShieldButton } from '../protection/shield-button.tsx';
import { MoreMenu } from './arranging/more-menu.tsx';
import { DeadlineMark } from './desk/deadline-mark.tsx';
import { Organising } from './desk/organising.tsx';
import { ThreadMarks } from './desk/thread-marks.tsx';
import type { ThreadDetail } from './views.ts';
import { words } from './words.ts';

type ThreadHeaderProps = {
  readonly detail: ThreadDetail;
  readonly name: string;
  readonly showsContext: boolean;
  readonly onContext: () => void;
  readonly onFind: () => void;
};

/** Who it is with, and what a colleague can do with it: hand over, close, leave for later. */
export const ThreadHeader = ({ detail, name, showsContext, onContext, onFind }: ThreadHeaderProps) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const channelName = useChannelName();
  const { thread } = detail;
  return (
    <header className="flex flex-wrap items-center gap-x-2 border-line border-b px-3 py-2 desk:px-5">
      <Link
        to="/$slug/conversazioni"
        params={{ slug }}
        search={(kept) => kept}
        aria-label={w.back}
        className="-ml-1 inline-flex size-control shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunk desk:hidden"
      >
        <ArrowLeft aria-hidden size={20} />
      </Link>
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-semibold text-read">
          <bdi>{name}</bdi>
        </h2>
        <div className="flex gap-x-3">
          <p className="truncate text-ink-soft text-small">
            {channelName(thread.channel)} · {detail.connection.name}
            {thread.subject ? ` · ${thread.subject}` : ''}
          </p>
          <CaseLink threadId={thread.id} />
        </div>
        {thread.deadline && thread.status !== 'done' && (
          <p className="text-small">
            <DeadlineMark deadline={thread.deadline} />
          </p>
        )}
        <ThreadMarks thread={thread} />
      </div>
      <div className="order-last -ml-2 flex w-full items-center desk:flex-wrap desk:gap-2">
        <Organising detail={detail}>
          <CaseButton threadId={thread.id} said={detail.mentions.filter(({ ours }) => !ours)} />
          <ShieldButton threadId={thread.id} />
        </Organising>
      </div>
      <MoreMenu detail={detail} onFind={onFind} />
      <IconButton
        label={showsContext ? w.hideContext : w.showContext}
        keys="i"
        icon={<PanelRight aria-hidden size={18} />}
        onPress={onContext}
      />
    </header>
  );
};
