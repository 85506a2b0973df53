import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useInBoth, useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { useTitle } from '../../components/page/page.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { Letter } from '../conversations/letter.tsx';
import { Decide } from './decide.tsx';
import { DiffText } from './diff-text.tsx';
import { Reword } from './reword.tsx';
import { type ApprovalDetail, useApproval } from './use-approvals.ts';
import { words } from './words.ts';

/** One answer that waits: what it answers, what happened since, its words and how they changed, and what to do with it under the thumb. */
export const ApprovalPage = () => {
  const { replyId } = useParams({ strict: false });
  return replyId ? <Opened key={replyId} replyId={replyId} /> : null;
};

const Opened = ({ replyId }: { readonly replyId: string }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { data, error, isPending, refetch } = useApproval(replyId);
  useTitle(w.title);
  return (
    <div data-page className="mx-auto flex min-h-full w-full max-w-3xl flex-col px-page pt-page">
      <p className="mb-3">
        <Link
          to="/$slug/da-approvare"
          params={{ slug }}
          className="inline-flex min-h-control items-center gap-1.5 text-ink-soft no-underline hover:text-ink"
        >
          <ArrowLeft aria-hidden size={16} />
          {w.back}
        </Link>
      </p>
      {isPending && <SkeletonRows rows={4} rowClassName="h-20" />}
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data && <Answer detail={data} />}
    </div>
  );
};

const Answer = ({ detail }: { readonly detail: ApprovalDetail }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { reply, to, threadId } = detail;
  const name = to?.name ?? w.someone;
  return (
    <>
      <h1 className="font-semibold text-title tracking-tight">{w.to(reply.personName, name)}</h1>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 text-ink-soft text-small">
        <Reasons detail={detail} />
        <Link to="/$slug/conversazioni/$threadId" params={{ slug, threadId }} search={{}} className="link">
          {w.openThread}
        </Link>
      </p>
      <Outcome detail={detail} />
      <Moved detail={detail} />
      <h2 className="mt-6 font-medium text-small text-ink-soft">{w.theyWrote}</h2>
      {to ? (
        <blockquote className="mt-1 border-line-strong border-l-2 pl-4">
          <Letter text={to.body} />
        </blockquote>
      ) : (
        <p className="mt-1 text-ink-soft">{w.wordsGone}</p>
      )}
      <History detail={detail} />
      {detail.mayDecide && <Decide key={detail.version} detail={detail} />}
      {detail.isMine && (reply.state === 'waiting' || reply.state === 'returned') && (
        <Reword key={detail.version} detail={detail} />
      )}
      {!detail.mayDecide && !detail.isMine && <div className="pb-page" />}
    </>
  );
};

const Reasons = ({ detail }: { readonly detail: ApprovalDetail }) => {
  const w = useWords(words);
  const said = detail.reasons.map((reason) =>
    reason.kind === 'rule'
      ? w.reasons.rule(reason.by.map((one) => w.by[one]).join(', '))
      : w.reasons[reason.kind],
  );
  return (
    <span>
      {w.why}: {said.join('; ')}
    </span>
  );
};

const Outcome = ({ detail: { decision, decidedByName, reply } }: { readonly detail: ApprovalDetail }) => {
  const w = useWords(words);
  if (!decision || reply.state === 'waiting') return null;
  return (
    <p role="status" className="mt-3 font-medium">
      {decision === 'withdrawn' ? w.decided.withdrawn : w.decided[decision](decidedByName ?? '')}
    </p>
  );
};

/** What happened while it waited is read before anything is decided. */
const Moved = ({ detail: { moved } }: { readonly detail: ApprovalDetail }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  if (moved.length === 0) return null;
  return (
    <section role="alert" className="mt-4 rounded-lg border border-warn bg-warn-soft p-3">
      <h2 className="font-medium">{w.movedTitle}</h2>
      <ul className="mt-1 flex flex-col gap-2">
        {moved.map((one) => (
          <li key={`${one.kind}-${one.at}`}>
            <p className="flex flex-wrap gap-x-2 text-small">
              {inBoth(one.title)} {one.at && <RelativeTime at={one.at} />}
            </p>
            {one.body && (
              <p dir="auto" className="line-clamp-3 break-words font-serif text-read">
                {one.body}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const History = ({ detail: { wordings, reply } }: { readonly detail: ApprovalDetail }) => {
  const w = useWords(words);
  return (
    <section className="mt-6">
      <h2 className="font-medium text-ink-soft text-small">{wordings.length > 1 ? w.history : w.proposal}</h2>
      <ol className="mt-1 flex flex-col gap-4">
        {wordings.map((one, index) => (
          <li key={one.number}>
            {wordings.length > 1 && (
              <p className="flex flex-wrap gap-x-2 text-small">
                <span className="font-medium">{w.kinds[one.kind](one.personName)}</span>
                <RelativeTime at={one.at} />
              </p>
            )}
            {one.comment && <p className="mt-1 rounded-md bg-note px-3 py-2 text-read">{one.comment}</p>}
            {index === 0 ? (
              <Letter text={one.body} />
            ) : (
              one.kind !== 'returned' && <DiffText parts={one.diff} />
            )}
          </li>
        ))}
      </ol>
      {wordings.length > 2 && (
        <div className="mt-4">
          <h2 className="font-medium text-ink-soft text-small">{w.proposal}</h2>
          <Letter text={reply.body} />
        </div>
      )}
    </section>
  );
};
