import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { keys } from '../../app/keys.ts';
import { useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { useCommands } from '../../app/shortcuts.ts';
import { useTitle } from '../../components/page/page.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { Covered } from '../protection/covered.tsx';
import { HiddenConversation } from '../protection/hidden-conversation.tsx';
import { ArrangedLine } from './arranging/arranged-line.tsx';
import { useSideBySide } from './context/use-side-by-side.ts';
import { ContextPane } from './context-pane.tsx';
import { usePresence } from './desk/use-presence.ts';
import { FindBar } from './finding/find-bar.tsx';
import { Passage } from './finding/passage.tsx';
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
  useGoToWhatItBecame(threadId, data);
  if (isPending)
    return (
      <div className="p-page">
        <SkeletonRows rows={5} rowClassName="h-20" />
      </div>
    );
  if (!data) return <HiddenConversation threadId={threadId} error={error} onRetry={() => void refetch()} />;
  return <Conversation detail={data} />;
};

/** The address of a conversation that became part of another leads to that one. */
const useGoToWhatItBecame = (threadId: string, detail: ThreadDetail | undefined): void => {
  const { id, slug } = useWorkspace();
  const client = useQueryClient();
  const navigate = useNavigate();
  const current = detail?.thread.id;
  useEffect(() => {
    if (!detail || !current || current === threadId) return;
    client.setQueryData(keys.thread(id, current), detail);
    void navigate({
      to: '/$slug/conversazioni/$threadId',
      params: { slug, threadId: current },
      search: (kept) => kept,
      replace: true,
    });
  }, [detail, current, threadId, id, slug, client, navigate]);
};

const Conversation = ({ detail }: { readonly detail: ThreadDetail }) => {
  const w = useWords(words);
  const side = useSideBySide();
  const [isFinding, setFinding] = useState(false);
  const [turn, setTurn] = useState<string | null>(null);
  const name = nameOf(detail.thread.author) ?? w.someone;
  const presence = usePresence(detail);
  useTitle(name);
  useCommands(w.title, [{ id: 'who', label: w.keys.who, keys: 'i', run: side.toggle }]);
  const stopFinding = () => {
    setFinding(false);
    setTurn(null);
  };
  return (
    <div
      ref={side.frame}
      className="flex min-h-0 flex-1 snap-x snap-mandatory overflow-x-auto overflow-y-hidden [scrollbar-width:none] wide:snap-none wide:overflow-x-hidden"
    >
      <article
        className="flex w-full min-w-0 shrink-0 snap-start flex-col wide:w-auto wide:flex-1 wide:shrink"
        aria-label={name}
      >
        <ThreadHeader
          detail={detail}
          name={name}
          showsContext={side.isShown}
          onContext={side.toggle}
          onFind={() => setFinding(true)}
        />
        <ArrangedLine thread={detail.thread} />
        {isFinding && <FindBar threadId={detail.thread.id} onGo={setTurn} onClose={stopFinding} />}
        {turn ? (
          <Passage key={turn} threadId={detail.thread.id} mentionId={turn} onBack={() => setTurn(null)} />
        ) : (
          <Covered threadId={detail.thread.id}>
            <Turns detail={detail} />
          </Covered>
        )}
        <ThreadFoot detail={detail} name={name} presence={presence} />
      </article>
      {(side.isShown || !side.isWide) && (
        <div
          ref={side.aside}
          inert={!side.isShown}
          className="flex w-full shrink-0 snap-start wide:w-80 wide:border-line wide:border-l"
        >
          {side.wasSeen && <ContextPane detail={detail} name={name} onClose={side.toggle} />}
        </div>
      )}
    </div>
  );
};
