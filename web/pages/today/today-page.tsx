import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useInBoth, useWords } from '../../app/language.tsx';
import { useMay, useMe, useWorkspace } from '../../app/session.ts';
import { useTimes } from '../../app/times.ts';
import { Avatar } from '../../components/avatar/avatar.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { ChannelIcon, useChannelName } from '../../components/channel-icon/channel-icon.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { useTitle } from '../../components/page/page.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { firstName, useMemberNames } from '../conversations/use-members.ts';
import { nameOf } from '../conversations/views.ts';
import { type Today, todayQuery } from './today-query.ts';
import { words } from './words.ts';

const useToday = () => {
  const { id } = useWorkspace();
  return useQuery({ ...todayQuery(id), refetchInterval: 5 * 60_000 });
};

/** The first screen of the day: whom to speak with, and why. It ends. */
export const TodayPage = () => {
  const w = useWords(words);
  useTitle(w.title);
  const { data, error, isPending, refetch } = useToday();
  return (
    <div className="mx-auto w-full max-w-3xl px-page py-page">
      <header className="mb-8">
        <h1 className="font-semibold text-title tracking-tight tablet:text-display">
          <Greeting />
        </h1>
        <p className="mt-2 min-h-6 text-ink-soft text-read">{data && w.waiting(data.counts.waiting)}</p>
      </header>
      {isPending && <SkeletonRows rows={4} rowClassName="h-32" />}
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data && <Day today={data} />}
    </div>
  );
};

const Greeting = () => {
  const w = useWords(words);
  const { person } = useMe();
  // Of the clock beside the person: a date formatter for this alone would hold up the first screen.
  const hour = new Date().getHours();
  const name = firstName(person.name);
  return <>{hour < 13 ? w.goodMorning(name) : hour < 18 ? w.goodAfternoon(name) : w.goodEvening(name)}</>;
};

const Day = ({ today }: { readonly today: Today }) => {
  const w = useWords(words);
  const nothingEver = today.counts.open === 0 && today.waiting.length === 0 && today.receivedYesterday === 0;
  if (nothingEver && today.failed.length === 0) return <Beginning />;
  return (
    <>
      <Failed failed={today.failed} />
      <ol className="flex flex-col">
        {today.waiting.map((thread, place) => (
          <li key={thread.id} className="border-line border-t py-6 first:border-t-0 first:pt-0">
            <PersonCard thread={thread} isFirst={place === 0} />
          </li>
        ))}
      </ol>
      <Rest today={today} />
      <p className="mt-10 text-center font-serif text-ink-soft text-lead italic">{w.enough}</p>
    </>
  );
};

/** Reads like a note from a colleague: who, what they said, why today, one thing to do. */
const PersonCard = ({
  thread,
  isFirst,
}: {
  readonly thread: Today['waiting'][number];
  readonly isFirst: boolean;
}) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const may = useMay();
  const { slug } = useWorkspace();
  const names = useMemberNames();
  const channelName = useChannelName();
  const name = nameOf(thread.author) ?? w.someone;
  const assignee = thread.assigneeId ? names.get(thread.assigneeId) : undefined;
  return (
    <article className="flex gap-4" aria-label={name}>
      <Avatar name={name} size="large" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold text-read">
            <bdi>{name}</bdi>
          </span>
          <span className="inline-flex items-baseline gap-1 text-ink-faint text-small">
            <ChannelIcon channel={thread.channel} size={14} className="self-center" />
            {channelName(thread.channel)}
          </span>
        </p>
        {thread.subject && <p className="font-medium">{thread.subject}</p>}
        <p dir="auto" className="letter mt-1 line-clamp-4 text-lead leading-snug">
          {thread.preview}
        </p>
        <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <LinkButton
            to="/$slug/conversazioni/$threadId"
            params={{ slug, threadId: thread.id }}
            weight={may('replies.send') && isFirst ? 'primary' : 'plain'}
            aria-label={`${may('replies.send') ? w.answer : w.look}: ${name}`}
          >
            {may('replies.send') ? w.answer : w.look}
          </LinkButton>
          <p className="min-w-0 flex-1 text-ink-soft">
            {inBoth(thread.why)}
            {assignee && ` ${w.inHands(assignee)}`}
          </p>
        </div>
      </div>
    </article>
  );
};

const Failed = ({ failed }: { readonly failed: Today['failed'] }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { slug } = useWorkspace();
  if (failed.length === 0) return null;
  return (
    <section className="mb-8 rounded-lg border border-bad bg-bad-soft p-4">
      <h2 className="font-semibold text-read">{w.failedTitle}</h2>
      <p className="text-ink-soft">{w.failedText}</p>
      <ul className="mt-3 flex flex-col gap-3">
        {failed.map((reply) => (
          <li key={reply.id}>
            <Link
              to="/$slug/conversazioni/$threadId"
              params={{ slug, threadId: reply.threadId }}
              className="block text-ink no-underline hover:underline"
            >
              <span className="line-clamp-1 font-serif text-read">{reply.body}</span>
              {reply.problem && (
                <span className="text-ink-soft text-small">{inBoth(reply.problem.title)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Rest = ({ today }: { readonly today: Today }) => {
  const w = useWords(words);
  const times = useTimes();
  const { slug } = useWorkspace();
  const others = today.counts.waiting - today.waiting.length;
  return (
    <section className="mt-6 border-line border-t pt-6">
      <h2 className="mb-1 font-semibold text-read">{w.restTitle}</h2>
      <p className="text-ink-soft text-read">
        {w.received(today.receivedYesterday)} {w.sent(today.sentYesterday)}
      </p>
      {others > 0 && (
        <p className="mt-1 text-ink-soft text-read" title={times.number(others)}>
          {w.others(others)}{' '}
          <Link to="/$slug/conversazioni" params={{ slug }} search={{ vista: 'waiting' }} className="link">
            {w.seeAll}
          </Link>
        </p>
      )}
    </section>
  );
};

const Beginning = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  return (
    <EmptyState
      title={w.emptyTitle}
      action={
        <LinkButton to="/$slug/impostazioni/canali" params={{ slug }} weight="primary">
          {w.emptyAction}
        </LinkButton>
      }
      example={{ text: w.emptyExample, from: w.emptyExampleFrom }}
    >
      <p>{w.emptyText}</p>
    </EmptyState>
  );
};
