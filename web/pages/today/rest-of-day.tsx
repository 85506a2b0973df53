import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useInBoth, useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { ChannelIcon, useChannelName } from '../../components/channel-icon/channel-icon.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { useMemberNames } from '../conversations/use-members.ts';
import { nameOf } from '../conversations/views.ts';
import type { Daily } from './daily-query.ts';
import type { Today } from './today-query.ts';
import { words } from './words.ts';

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="mt-6 border-line border-t pt-6 first:mt-0 first:border-t-0 first:pt-0">
    <h2 className="mb-2 font-semibold text-read">{title}</h2>
    {children}
  </section>
);

/** What became of the people of the last list. */
export const Yesterday = ({ yesterday }: Pick<Daily, 'yesterday'>) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { slug } = useWorkspace();
  if (yesterday.length === 0) return null;
  return (
    <Part title={w.yesterdayTitle}>
      <ul className="flex flex-col gap-1">
        {yesterday.map(({ contact, says }) => (
          <li key={contact.id}>
            <Link
              to="/$slug/relazioni/persone/$contactId"
              params={{ slug, contactId: contact.id }}
              className="text-ink no-underline hover:underline"
            >
              <bdi>{contact.name}</bdi>
            </Link>
            <span className="text-ink-soft"> · {inBoth(says)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
};

export const Failed = ({ failed }: { readonly failed: Today['failed'] }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { slug } = useWorkspace();
  if (failed.length === 0) return null;
  return (
    <section id="failed" className="mt-8 rounded-lg border border-bad bg-bad-soft p-4">
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

/** Channels whose permission ends soon: for those who can join them again. */
export const Ending = ({ ending }: { readonly ending: Today['ending'] }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  if (ending.length === 0) return null;
  return (
    <section className="mt-8 rounded-lg border border-line bg-warn-soft p-4">
      <h2 className="font-semibold text-read">{w.endingTitle}</h2>
      <ul className="mt-1 flex flex-col gap-1">
        {ending.map(({ connectionId, name, channel, expiresAt }) => (
          <li key={connectionId}>
            <ChannelIcon channel={channel} size={14} className="mr-1 inline self-center" />
            <bdi className="font-medium">{name}</bdi> · <RelativeTime at={expiresAt} />
          </li>
        ))}
      </ul>
      <p className="mt-2 text-ink-soft">
        {w.endingText}{' '}
        <Link to="/$slug/impostazioni/canali" params={{ slug }} className="link">
          {w.endingAction}
        </Link>
      </p>
    </section>
  );
};

type WaitingProps = {
  /** Those who wait and are not among the people above. */
  readonly waiting: Today['waiting'];
  readonly count: number;
  /** Nobody stands above: what to begin with needs no title. */
  readonly isAlone: boolean;
};

/** Conversations that wait, each in a line. */
export const Waiting = ({ waiting, count, isAlone }: WaitingProps) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  if (waiting.length === 0) return null;
  const others = count - waiting.length;
  return (
    <Part title={isAlone ? w.waitingTitle : w.alsoWaitingTitle}>
      <ul className="flex flex-col">
        {waiting.map((thread) => (
          <li key={thread.id} className="border-line border-t py-3 first:border-t-0">
            <WaitingLine thread={thread} />
          </li>
        ))}
      </ul>
      {others > 0 && (
        <p className="mt-1 text-ink-soft">
          {w.others(others)}{' '}
          <Link to="/$slug/conversazioni" params={{ slug }} search={{ vista: 'waiting' }} className="link">
            {w.seeAll}
          </Link>
        </p>
      )}
    </Part>
  );
};

const WaitingLine = ({ thread }: { readonly thread: Today['waiting'][number] }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { slug } = useWorkspace();
  const names = useMemberNames();
  const channelName = useChannelName();
  const assignee = thread.assigneeId ? names.get(thread.assigneeId) : undefined;
  return (
    <Link
      to="/$slug/conversazioni/$threadId"
      params={{ slug, threadId: thread.id }}
      className="-mx-2 block rounded-md px-2 text-ink no-underline hover:bg-sunk"
    >
      <span className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="font-semibold">{nameOf(thread.author) ?? w.someone}</bdi>
        <span className="inline-flex items-baseline gap-1 text-ink-faint text-small">
          <ChannelIcon channel={thread.channel} size={14} className="self-center" />
          {channelName(thread.channel)}
        </span>
      </span>
      <span dir="auto" className="line-clamp-2 font-serif text-read">
        {thread.subject && <span className="font-medium">{thread.subject} </span>}
        {thread.preview}
      </span>
      <span className="block text-ink-soft">
        {inBoth(thread.why)}
        {assignee && ` ${w.inHands(assignee)}`}
      </span>
    </Link>
  );
};

/** What changed since yesterday, in two sentences. */
export const Rest = ({ today }: { readonly today: Today }) => {
  const w = useWords(words);
  return (
    <Part title={w.restTitle}>
      <p className="text-ink-soft text-read">
        {w.received(today.receivedYesterday)} {w.sent(today.sentYesterday)}
      </p>
    </Part>
  );
};
