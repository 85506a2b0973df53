import { Link } from '@tanstack/react-router';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { ChannelIcon, useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import type { StoryEntry } from '../../people/views.ts';
import { Letter } from '../letter.tsx';
import { words } from './words.ts';

type SaidTurnProps = { readonly entry: StoryEntry; readonly name: string };

/** One thing that was said, with where: theirs on the left, ours on the right. */
export const SaidTurn = ({ entry, name }: SaidTurnProps) => {
  const w = useWords(words);
  const times = useTimes();
  const { slug } = useWorkspace();
  const channelName = useChannelName();
  const isOurs = entry.direction === 'out';
  const who = entry.kind === 'meeting' ? w.met : isOurs ? (entry.personName ?? w.us) : name;
  return (
    <li className={`flex ${isOurs ? 'justify-end' : ''}`}>
      <div
        className={`min-w-0 max-w-[85%] ${isOurs ? 'rounded-lg border border-line bg-sheet px-4 py-3' : ''}`}
      >
        <p className="mb-1 flex flex-wrap items-baseline gap-x-2 text-ink-faint text-small">
          <bdi className="font-semibold text-body text-ink">{who}</bdi>
          <span className="inline-flex items-center gap-1">
            <ChannelIcon channel={entry.channel} size={13} />
            {channelName(entry.channel)}
          </span>
          <time dateTime={entry.at} title={times.full(entry.at)}>
            {times.weekday(entry.at)}, {times.time(entry.at)}
          </time>
        </p>
        {entry.text && <Letter text={entry.text} />}
        {entry.threadId && (
          <Link
            to="/$slug/conversazioni/$threadId"
            params={{ slug, threadId: entry.threadId }}
            search={(kept) => kept}
            className="link inline-flex min-h-6 items-center text-small"
          >
            {w.open}
          </Link>
        )}
      </div>
    </li>
  );
};
