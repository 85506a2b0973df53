import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { useTitle } from '../../components/page/page.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { ContextPane } from './context-pane.tsx';
import { usePresence } from './desk/use-presence.ts';
import { ThreadFoot } from './thread-foot.tsx';
import { ThreadHeader } from './thread-header.tsx';
import { Turns } from './turns.tsx';
import { useReadWhileOpen, useThread } from './use-thread.ts';
import { nameOf, type ThreadDetail } from './views.ts';
import { words } from './words.ts';

export const ThreadPane = () => {
  const { threadId } = useParams({ strict: false });
  return threadId ? <Opened key={threadId} threadId={threadId} /> : null;
};

const Opened = ({ threadId }: { readonly threadId: string }) => {
  const { data, error, isPending, refetch } = useThread(threadId);
  useReadWhileOpen(data?.thread);
  if (isPending)
    return (
      <div className="p-page">
        <SkeletonRows rows={5} rowClassName="h-20" />
      </div>
    );
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} className="m-page" />;
  return <Conversation detail={data} />;
};

const Conversation = ({ detail }: { readonly detail: ThreadDetail }) => {
  const w = useWords(words);
  const [showsContext, setShowsContext] = useState(() => window.matchMedia('(min-width: 80rem)').matches);
  const name = nameOf(detail.thread.author) ?? w.someone;
  const presence = usePresence(detail);
  useTitle(name);
  return (
    <div className="flex min-h-0 flex-1">
      <article
        className={`${showsContext ? 'hidden wide:flex' : 'flex'} min-w-0 flex-1 flex-col`}
        aria-label={name}
      >
        <ThreadHeader
          detail={detail}
          name={name}
          showsContext={showsContext}
          onContext={() => setShowsContext(!showsContext)}
        />
        <Turns detail={detail} />
        <ThreadFoot detail={detail} name={name} presence={presence} />
      </article>
      {showsContext && <ContextPane detail={detail} name={name} onClose={() => setShowsContext(false)} />}
    </div>
  );
};
