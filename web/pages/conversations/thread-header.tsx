import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft, Check, MailOpen, PanelRight, RotateCcw, UserRound } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useWords } from '../../app/language.tsx';
import { ApiProblem, describeProblem } from '../../app/problems.ts';
import { useMay, useMe, useWorkspace } from '../../app/session.ts';
import { useCommands } from '../../app/shortcuts.ts';
import { Button } from '../../components/button/button.tsx';
import { buttonLook } from '../../components/button/button-look.ts';
import { IconButton } from '../../components/button/icon-button.tsx';
import { useChannelName } from '../../components/channel-icon/channel-icon.tsx';
import { Menu } from '../../components/menu/menu.tsx';
import { showToast } from '../../components/toast/toast.ts';
import { firstName, useMembers } from './use-members.ts';
import { useMarkUnread, useOrganise } from './use-thread.ts';
import type { ThreadDetail } from './views.ts';
import { words } from './words.ts';

type ThreadHeaderProps = {
  readonly detail: ThreadDetail;
  readonly name: string;
  readonly showsContext: boolean;
  readonly onContext: () => void;
};

/** Who it is with, and what a colleague can do with it: hand over, close, leave for later. */
export const ThreadHeader = ({ detail, name, showsContext, onContext }: ThreadHeaderProps) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const channelName = useChannelName();
  const { thread } = detail;
  return (
    <header className="flex flex-wrap items-center gap-x-2 border-line border-b px-3 py-2 desk:flex-nowrap desk:px-5">
      <Link
        to="/$slug/conversazioni"
        params={{ slug }}
        search={(kept) => kept}
        aria-label={w.back}
        className="-ml-1 inline-flex size-control shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunk desk:hidden"
      >
        <ArrowLeft aria-hidden size={20} />
      </Link>
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-semibold text-read">
          <bdi>{name}</bdi>
        </h2>
        <p className="truncate text-ink-soft text-small">
          {channelName(thread.channel)} · {detail.connection.name}
          {thread.subject ? ` · ${thread.subject}` : ''}
        </p>
      </div>
      <div className="order-last -ml-2 flex w-full items-center gap-1 desk:order-none desk:ml-0 desk:w-auto desk:gap-2">
        <Organising detail={detail} />
      </div>
      <IconButton
        label={showsContext ? w.hideContext : w.showContext}
        icon={<PanelRight aria-hidden size={18} />}
        onPress={onContext}
      />
    </header>
  );
};

const Organising = ({ detail: { thread } }: { readonly detail: ThreadDetail }) => {
  const w = useWords(words);
  const may = useMay();
  const { person } = useMe();
  const { slug } = useWorkspace();
  const members = useMembers();
  const navigate = useNavigate();
  const organise = useOrganise(thread.id);
  const markUnread = useMarkUnread(thread.id);
  const [assigning, setAssigning] = useState(0);
  const say = (error: unknown) =>
    showToast({
      tone: 'bad',
      text: error instanceof ApiProblem && error.status === 409 ? w.moved : describeProblem(error).title,
    });

  const setStatus = (status: 'open' | 'done') =>
    organise.mutate(
      { version: thread.version, status },
      {
        onError: say,
        onSuccess: (changed) =>
          showToast({
            text: status === 'done' ? w.closed : w.reopened,
            action: {
              label: w.undo,
              run: () =>
                organise.mutate(
                  { version: changed.version, status: status === 'done' ? 'open' : 'done' },
                  { onError: say },
                ),
            },
          }),
      },
    );
  const assign = (assigneeId: string | null) =>
    organise.mutate({ version: thread.version, assigneeId }, { onError: say });
  const toggle = () => setStatus(thread.status === 'open' ? 'done' : 'open');
  const leave = () =>
    markUnread.mutate(undefined, {
      onError: say,
      onSuccess: () => {
        showToast({ text: w.markedUnread });
        void navigate({ to: '/$slug/conversazioni', params: { slug }, search: (kept) => kept });
      },
    });

  useCommands(
    w.title,
    may('threads.organise')
      ? [
          { id: 'close', label: w.keys.close, keys: 'e', run: toggle },
          { id: 'assign', label: w.keys.assign, keys: 'a', run: () => setAssigning(assigning + 1) },
          { id: 'take', label: w.keys.take, keys: 'm', run: () => assign(person.id) },
          { id: 'unread', label: w.keys.unread, keys: 'u', run: leave },
        ]
      : [],
  );
  if (!may('threads.organise')) return null;
  const assignee = members.find(({ personId }) => personId === thread.assigneeId);
  return (
    <>
      <Menu
        key={assigning}
        label={w.assignTo}
        startsOpen={assigning > 0}
        trigger={
          <AriaButton className={buttonLook('quiet', 'small')}>
            <UserRound aria-hidden size={16} />
            {assignee ? firstName(assignee.name) : w.assign}
          </AriaButton>
        }
        entries={[
          { id: 'me', label: w.toMe, keys: 'm', run: () => assign(person.id) },
          ...members
            .filter(({ personId }) => personId !== person.id)
            .map(({ personId, name }) => ({
              id: personId,
              label: name,
              isCurrent: personId === thread.assigneeId,
              run: () => assign(personId),
            })),
          { id: 'line', separator: true as const },
          { id: 'nobody', label: w.nobody, isCurrent: thread.assigneeId === null, run: () => assign(null) },
        ]}
      />
      <IconButton label={w.markUnread} keys="u" icon={<MailOpen aria-hidden size={18} />} onPress={leave} />
      <Button size="small" className="ml-auto desk:ml-0" onPress={toggle} isPending={organise.isPending}>
        {thread.status === 'open' ? <Check aria-hidden size={16} /> : <RotateCcw aria-hidden size={16} />}
        {thread.status === 'open' ? w.close : w.reopen}
      </Button>
    </>
  );
};
