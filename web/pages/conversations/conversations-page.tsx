import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useWords } from '../../app/language.tsx';
import type { ConversationsSearch } from '../../app/routes/conversations.ts';
import { useWorkspace } from '../../app/session.ts';
import { useCommands } from '../../app/shortcuts.ts';
import { useTitle } from '../../components/page/page.tsx';
import { BulkBar } from './desk/bulk-bar.tsx';
import { useSelection } from './desk/use-selection.ts';
import { ListHeader } from './list-header.tsx';
import { ThreadList } from './thread-list.tsx';
import { useThreads } from './use-threads.ts';
import { words } from './words.ts';

/** The list and, beside it, the conversation chosen; on the phone one at a time. */
export const ConversationsPage = () => {
  const w = useWords(words);
  useTitle(w.title);
  const search = useSearch({ strict: false }) as ConversationsSearch;
  const { threadId } = useParams({ strict: false });
  const list = useThreads(search);
  const selection = useSelection();
  useMoving(
    list.threads.map(({ id }) => id),
    threadId,
    selection.toggle,
  );
  return (
    <div className="flex min-h-0 flex-1">
      <div
        className={`${threadId ? 'hidden desk:flex' : 'flex'} min-h-0 w-full flex-col border-line desk:w-90 desk:shrink-0 desk:border-r wide:w-100`}
      >
        <ListHeader counts={list.counts} selection={selection} />
        <ThreadList list={list} selectedId={threadId} selection={selection} />
        <BulkBar
          selection={selection}
          shown={list.threads.map(({ id }) => id)}
          hasMore={list.hasNextPage}
          search={search}
        />
      </div>
      <div className={`${threadId ? 'flex' : 'hidden desk:flex'} min-h-0 min-w-0 flex-1 flex-col`}>
        {threadId ? <Outlet /> : <ChooseOne />}
      </div>
    </div>
  );
};

const ChooseOne = () => {
  const w = useWords(words);
  return (
    <div className="m-auto max-w-sm px-page text-center">
      <p className="font-semibold text-lead">{w.choose}</p>
      <p className="mt-2 text-ink-soft">{w.chooseText}</p>
    </div>
  );
};

/** j and k, as wherever people live in a list all day. */
const useMoving = (
  ids: readonly string[],
  threadId: string | undefined,
  choose: (id: string) => void,
): void => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const go = (step: 1 | -1) => {
    const now = threadId ? ids.indexOf(threadId) : step === 1 ? -1 : ids.length;
    const next = ids[Math.min(Math.max(now + step, 0), ids.length - 1)];
    if (next && next !== threadId)
      void navigate({
        to: '/$slug/conversazioni/$threadId',
        params: { slug, threadId: next },
        search: (kept) => kept,
      });
  };
  useCommands(w.title, [
    { id: 'next', label: w.keys.next, keys: 'j', keysOnly: true, run: () => go(1) },
    { id: 'previous', label: w.keys.previous, keys: 'k', keysOnly: true, run: () => go(-1) },
    {
      id: 'choose',
      label: w.keys.choose,
      keys: 'v',
      keysOnly: true,
      run: () => threadId && choose(threadId),
    },
    {
      id: 'search',
      label: w.search,
      keys: '/',
      run: () => document.querySelector<HTMLInputElement>('input[type=search]')?.focus(),
    },
  ]);
};
