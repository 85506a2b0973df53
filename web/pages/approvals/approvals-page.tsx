import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { Avatar } from '../../components/avatar/avatar.tsx';
import { ChannelIcon } from '../../components/channel-icon/channel-icon.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Page, Section } from '../../components/page/page.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { useApprovals, type WaitingAnswer } from './use-approvals.ts';
import { words } from './words.ts';

/** Answers that wait for somebody's word: others' for whoever may decide, and one's own. */
export const ApprovalsPage = () => {
  const w = useWords(words);
  const mayApprove = useMay()('replies.approve');
  const { data, error, isPending, refetch } = useApprovals();
  const isEmpty = data && data.waiting.length === 0 && data.mine.length === 0;
  return (
    <Page title={w.title} lead={w.lead}>
      {isPending && <SkeletonRows rows={4} rowClassName="h-24" />}
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {isEmpty && (
        <EmptyState title={w.nothing} example={{ text: w.exampleText, from: w.exampleFrom }}>
          <p>{w.nothingText}</p>
        </EmptyState>
      )}
      {data && !isEmpty && (
        <>
          {mayApprove && (
            <Section title={w.waiting}>
              {data.waiting.length === 0 && <p className="text-ink-soft">{w.nothing}.</p>}
              <Rows answers={data.waiting} />
            </Section>
          )}
          {data.mine.length > 0 && (
            <Section title={w.mine}>
              <Rows answers={data.mine} />
            </Section>
          )}
        </>
      )}
    </Page>
  );
};

const Rows = ({ answers }: { readonly answers: readonly WaitingAnswer[] }) => (
  <ul className="flex flex-col" aria-live="polite">
    {answers.map((one) => (
      <li key={one.reply.id} className="border-line border-t first:border-t-0">
        <Row one={one} />
      </li>
    ))}
  </ul>
);

const Row = ({ one }: { readonly one: WaitingAnswer }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { reply, to, askedAt, dueAt } = one;
  const isLate = reply.state === 'waiting' && Date.parse(dueAt) <= Date.now();
  return (
    <Link
      to="/$slug/da-approvare/$replyId"
      params={{ slug, replyId: reply.id }}
      className="-mx-2 flex gap-3 rounded-md px-2 py-4 text-ink no-underline hover:bg-sunk"
    >
      <Avatar name={reply.personName} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 text-small">
          <span className="min-w-0 truncate font-medium text-body">
            {w.to(reply.personName, to?.name ?? w.someone)}
          </span>
          {to && <ChannelIcon channel={to.channel} />}
          <span className={isLate ? 'text-bad' : 'text-ink-soft'}>
            <RelativeTime at={askedAt} />
            {isLate && ` · ${w.late}`}
          </span>
          {reply.state === 'returned' && <span className="text-warn">{w.returned}</span>}
        </span>
        <span dir="auto" className="mt-1 line-clamp-2 break-words font-serif text-read">
          {reply.body}
        </span>
      </span>
    </Link>
  );
};
