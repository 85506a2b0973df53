import { useMutation } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Clock, Send } from 'lucide-react';
import { useEffect, useState } from 'react';
import { call, inWorkspace } from '../../app/api.ts';
import { useInBoth, useWords } from '../../app/language.tsx';
import { describeProblem } from '../../app/problems.ts';
import { useWorkspace } from '../../app/session.ts';
import { useTimes } from '../../app/times.ts';
import { Avatar } from '../../components/avatar/avatar.tsx';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { OwnPicture } from '../../components/picture/own-picture.tsx';
import { showToast } from '../../components/toast/toast.ts';
import { Letter } from './letter.tsx';
import { AiMark } from './suggestion/ai-mark.tsx';
import { useRefresh } from './use-thread.ts';
import { useUndoReply } from './use-undo-reply.ts';
import type { ReplyView } from './views.ts';
import { words } from './words.ts';

type ReplyTurnProps = { readonly reply: ReplyView; readonly threadId: string };

/** An answer of ours on its way: where it stands, in words, and what can be done about it. */
export const ReplyTurn = ({ reply, threadId }: ReplyTurnProps) => {
  const w = useWords(words);
  return (
    <div className="flex flex-row-reverse gap-3">
      <Avatar name={reply.personName} />
      <div
        className={`min-w-0 max-w-[85%] rounded-lg border px-4 py-3 ${reply.state === 'failed' ? 'border-bad bg-bad-soft' : 'border-line border-dashed bg-sheet'}`}
      >
        <p className="mb-1 font-semibold">{reply.personName}</p>
        {reply.body || reply.media.length > 0 ? (
          <Letter text={reply.body} />
        ) : (
          <p className="text-ink-soft">{w.wordsForgotten}</p>
        )}
        <Shown media={reply.media} />
        {reply.suggestionId && <AiMark kind="answer" name={reply.personName} />}
        <State reply={reply} threadId={threadId} />
      </div>
    </div>
  );
};

/** The pictures of an answer, from our own server. */
export const Shown = ({ media }: { readonly media: ReplyView['media'] }) =>
  media.length > 0 && (
    <ul className="mt-2 flex flex-wrap gap-2">
      {media.map((one) => (
        <li key={one.uploadId}>
          <OwnPicture uploadId={one.uploadId} alt={one.alt} size={one} />
        </li>
      ))}
    </ul>
  );

const State = ({ reply, threadId }: ReplyTurnProps) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const act = useReplyAct(reply.id, threadId);
  const undo = useUndoReply(threadId);
  const { slug } = useWorkspace();
  const Icon =
    reply.state === 'failed'
      ? CircleAlert
      : reply.state === 'sent'
        ? CircleCheck
        : ['held', 'waiting', 'returned'].includes(reply.state)
          ? Clock
          : Send;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2 text-small" role="status">
      <Icon aria-hidden size={14} className={reply.state === 'failed' ? 'text-bad' : 'text-ink-soft'} />
      <span className="text-ink-soft">
        {reply.state === 'held' ? (
          <Held reply={reply} />
        ) : reply.state === 'sent' ? (
          w[arrival(reply)]
        ) : (
          w[reply.state]
        )}
        {reply.problem && reply.state !== 'sent' && <>. {inBoth(reply.problem.title)}.</>}
      </span>
      {reply.state === 'held' && (
        <>
          <Button size="small" weight="quiet" onPress={() => void undo(reply)}>
            {w.undo}
          </Button>
          <Button size="small" weight="quiet" onPress={() => act.mutate('send-now')}>
            {w.sendNow}
          </Button>
        </>
      )}
      {(reply.state === 'waiting' || reply.state === 'returned') && (
        <LinkButton to="/$slug/da-approvare/$replyId" params={{ slug, replyId: reply.id }} size="small">
          {w.look}
        </LinkButton>
      )}
      {reply.state === 'failed' && (
        <Button size="small" onPress={() => act.mutate('retry')} isPending={act.isPending}>
          {w.tryAgain}
        </Button>
      )}
    </div>
  );
};

/** How far a sent one came, where the channel tells. */
const arrival = ({ deliveredAt, readAt }: ReplyView): 'sent' | 'delivered' | 'read' => {
  if (readAt) return 'read';
  return deliveredAt ? 'delivered' : 'sent';
};

const Held = ({ reply }: { readonly reply: ReplyView }) => {
  const w = useWords(words);
  const times = useTimes();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  if (reply.attempts > 0 && reply.nextAttemptAt)
    return <>{w.retrying(times.ago(reply.nextAttemptAt, now))}</>;
  return <>{w.held(Math.ceil((Date.parse(reply.sendAfter) - now) / 1000))}</>;
};

export const useReplyAct = (replyId: string, threadId: string) => {
  const { id } = useWorkspace();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (act: 'retry' | 'send-now') =>
      call<ReplyView>('POST', inWorkspace(id, 'replies', replyId, act), {}),
    onError: (error) => showToast({ tone: 'bad', text: describeProblem(error).title }),
    onSettled: () => refresh(threadId),
  });
};
