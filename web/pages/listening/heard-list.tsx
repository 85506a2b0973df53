import { Link } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useLiveChanges } from '../../app/live.ts';
import type { LiveChange } from '../../app/live-changes.ts';
import type { ListeningSearch } from '../../app/routes/listening.ts';
import { useWorkspace } from '../../app/session.ts';
import { Avatar } from '../../components/avatar/avatar.tsx';
import { Button } from '../../components/button/button.tsx';
import { ChannelIcon, useChannelName } from '../../components/channel-icon/channel-icon.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { LazyCorrectDialog } from '../../components/reading/lazy-correct-dialog.tsx';
import { ReadingLine } from '../../components/reading/reading-line.tsx';
import { useEvidence } from '../../components/reading/use-evidence.ts';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import type { Span } from '../../components/text/cut-at.ts';
import { Letter } from '../conversations/letter.tsx';
import { isWeb, Outside, OwnPictures } from '../conversations/mention-turn.tsx';
import { nameOf } from '../conversations/views.ts';
import { words as conversationWords } from '../conversations/words.ts';
import { type HeardMention, useHeard } from './use-listening.ts';
import { words } from './words.ts';

/** What was heard, newest first; new things join at the top as they come in. */
export const HeardList = ({ search }: { readonly search: ListeningSearch }) => {
  const w = useWords(words);
  const heard = useHeard(search);
  const arrived = useArrived();
  if (heard.isPending) return <SkeletonRows rows={5} rowClassName="h-28" />;
  if (heard.isError && heard.mentions.length === 0)
    return <ErrorNote error={heard.error} onRetry={() => void heard.refetch()} />;
  if (heard.mentions.length === 0) return <Nothing filtered={Object.keys(search).length > 0} />;
  return (
    <>
      <p className="sr-only" aria-live="polite">
        {arrived > 0 ? w.fresh(arrived) : ''}
      </p>
      <ol className="flex flex-col">
        {heard.mentions.map((mention) => (
          <li key={mention.id} className="border-line border-t py-4 first:border-t-0 first:pt-0">
            <Heard mention={mention} />
          </li>
        ))}
      </ol>
      {heard.hasNextPage && (
        <Button
          className="mt-4"
          onPress={() => void heard.fetchNextPage()}
          isPending={heard.isFetchingNextPage}
        >
          {w.more}
        </Button>
      )}
    </>
  );
};

/** How many came in since the page was opened: said to those who listen instead of looking. */
const useArrived = (): number => {
  const [count, setCount] = useState(0);
  useLiveChanges(
    useCallback((change: LiveChange) => {
      if (change.kind === 'mention.received') setCount((now) => now + change.mentionIds.length);
    }, []),
  );
  return count;
};

/** One thing that was heard: who, where, when, in their own words. */
export const Heard = ({
  mention,
  spans = mention.matches.flatMap((match) => match.spans),
  children,
}: {
  readonly mention: HeardMention;
  /** What is marked in the text: what we listen for, unless told otherwise. */
  readonly spans?: readonly Span[];
  /** More links under it. */
  readonly children?: ReactNode;
}) => {
  const w = useWords(words);
  const shared = useWords(conversationWords);
  const { slug } = useWorkspace();
  const channelName = useChannelName();
  const name = nameOf(mention.author) ?? w.someone;
  const reading = mention.ours || mention.removedAt ? null : mention.reading;
  const evidence = useEvidence(reading);
  const [correcting, setCorrecting] = useState(false);
  return (
    <article className="flex gap-3" aria-label={name}>
      <Avatar name={name} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-ink-faint text-small">
          <span className="font-semibold text-body text-ink">
            <bdi>{name}</bdi>
          </span>
          <span className="inline-flex items-baseline gap-1">
            <ChannelIcon channel={mention.channel} size={14} className="self-center" />
            {channelName(mention.channel)}
          </span>
          <RelativeTime at={mention.saidAt} />
        </p>
        {mention.title && (
          <p dir="auto" className="font-semibold font-serif text-lead">
            {mention.title}
          </p>
        )}
        {mention.removedAt ? (
          <p className="text-ink-soft italic">{shared.removed}</p>
        ) : (
          <Letter
            text={mention.body}
            spans={spans}
            underlined={evidence.underlined}
            className="line-clamp-6"
          />
        )}
        {reading && (
          <ReadingLine
            mentionId={mention.id}
            reading={reading}
            evidence={evidence}
            onCorrect={() => setCorrecting(true)}
          />
        )}
        {correcting && reading && (
          <LazyCorrectDialog
            mentionId={mention.id}
            text={mention.body}
            reading={reading}
            onClose={() => setCorrecting(false)}
          />
        )}
        {!mention.removedAt && <OwnPictures media={mention.media} />}
        <p className="mt-1 flex flex-wrap gap-x-4 text-small [&_a]:min-h-6 [&_a]:leading-6">
          {mention.threadId && (
            <Link
              to="/$slug/conversazioni/$threadId"
              params={{ slug, threadId: mention.threadId }}
              className="link"
            >
              {w.openThread}
            </Link>
          )}
          {mention.url && isWeb(mention.url) && !mention.removedAt && (
            <Outside href={mention.url}>{shared.openOriginal}</Outside>
          )}
          {children}
        </p>
      </div>
    </article>
  );
};

const Nothing = ({ filtered }: { readonly filtered: boolean }) => {
  const w = useWords(words);
  return filtered ? (
    <EmptyState title={w.nothingTitle}>
      <p>{w.nothingText}</p>
    </EmptyState>
  ) : (
    <EmptyState title={w.emptyTitle} example={{ text: w.emptyExample, from: w.emptyExampleFrom }}>
      <p>{w.emptyText}</p>
    </EmptyState>
  );
};
