import { Link } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { Avatar } from '../../components/avatar/avatar.tsx';
import { ChannelIcon, useChannelName } from '../../components/channel-icon/channel-icon.tsx';
import { ReadingHint } from '../../components/reading/reading-hint.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { useIsCovered } from '../protection/covered.tsx';
import { words as protectionWords } from '../protection/thread-words.ts';
import { ChooseBox } from './desk/choose-box.tsx';
import { DeadlineMark } from './desk/deadline-mark.tsx';
import { ThreadMarks } from './desk/thread-marks.tsx';
import { words as deskWords } from './desk/words.ts';
import { words as personWords } from './person/words.ts';
import { useDuration } from './use-duration.ts';
import { nameOf, type ThreadSummary } from './views.ts';
import { words } from './words.ts';

type ThreadRowProps = {
  readonly thread: ThreadSummary;
  readonly assignee: string | undefined;
  readonly team: string | undefined;
  /** How many conversations whoever speaks has had with us, when more than this one. */
  readonly conversations: number | undefined;
  /** Undefined while nobody chooses. */
  readonly isChosen: boolean | undefined;
  readonly onChoose: () => void;
};

/** A conversation in the list: unread is weight, not colour; who waits is said in words. */
export const ThreadRow = ({ thread, assignee, team, conversations, isChosen, onChoose }: ThreadRowProps) => {
  const w = useWords(words);
  const d = useWords(deskWords);
  const p = useWords(personWords);
  const guarded = useWords(protectionWords);
  const isCovered = useIsCovered();
  const { slug } = useWorkspace();
  const { language } = useLanguage();
  const channelName = useChannelName();
  const name = nameOf(thread.author) ?? w.someone;
  const weight = thread.unread ? 'font-semibold' : '';
  const link = (
    <Link
      to="/$slug/conversazioni/$threadId"
      params={{ slug, threadId: thread.id }}
      search={(now) => now}
      className="group relative flex gap-3 border-line border-b px-4 py-row text-ink no-underline hover:bg-sunk/60 data-[status=active]:bg-sunk data-[status=active]:before:absolute data-[status=active]:before:inset-y-0 data-[status=active]:before:left-0 data-[status=active]:before:w-0.75 data-[status=active]:before:bg-ink"
    >
      <Avatar name={name} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className={`min-w-0 flex-1 truncate ${weight}`}>
            {thread.unread && <span className="sr-only">{w.isUnread}: </span>}
            <bdi>{name}</bdi>
          </span>
          <RelativeTime at={thread.lastActivityAt} className="shrink-0 text-ink-faint text-small" />
        </span>
        {thread.subject && <span className={`block truncate ${weight}`}>{thread.subject}</span>}
        <span dir="auto" className="line-clamp-2 font-serif text-ink-soft text-read leading-snug">
          {isCovered(thread.id) ? guarded.rowCovered : thread.preview}
        </span>
        <span className="mt-1 flex items-center gap-2 text-ink-faint text-small" lang={language}>
          <ChannelIcon channel={thread.channel} size={14} />
          <span className="truncate">{channelName(thread.channel)}</span>
          {thread.reading && <ReadingHint reading={thread.reading} />}
          {conversations && (
            <span className="inline-flex shrink-0 items-center gap-0.5" title={p.inList(conversations)}>
              <MessagesSquare aria-hidden size={13} />
              <span aria-hidden>{conversations}</span>
              <span className="sr-only">{p.inList(conversations)}</span>
            </span>
          )}
          {(assignee ?? team) && <span className="truncate">· {assignee ?? team}</span>}
          <Waiting thread={thread} />
        </span>
        <ThreadMarks thread={thread} />
      </span>
    </Link>
  );
  if (isChosen === undefined) return link;
  return (
    <div className="flex items-stretch">
      <ChooseBox label={d.selectOne(name)} isSelected={isChosen} onChange={onChoose} />
      <div className="min-w-0 flex-1">{link}</div>
    </div>
  );
};

const Waiting = ({ thread }: { readonly thread: ThreadSummary }) => {
  const w = useWords(words);
  const duration = useDuration();
  if (thread.status !== 'open' || thread.waitingFor !== 'us' || !thread.lastTheirsAt || !thread.addressed)
    return null;
  if (thread.deadline)
    return (
      <span className="ml-auto flex shrink-0">
        <DeadlineMark deadline={thread.deadline} />
      </span>
    );
  return <span className="ml-auto shrink-0 text-accent">{w.waitsSince(duration(thread.lastTheirsAt))}</span>;
};
