import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { useTitle } from '../../../components/page/page.tsx';
import { Select } from '../../../components/select/select.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { useStory } from '../../people/contact/use-contact.ts';
import { type Correspondent, useCorrespondent } from '../context/use-correspondent.ts';
import { usePresence } from '../desk/use-presence.ts';
import { ThreadFoot } from '../thread-foot.tsx';
import { useThread } from '../use-thread.ts';
import { nameOf, type ThreadDetail } from '../views.ts';
import { words as roomWords } from '../words.ts';
import { SaidTurn } from './said-turn.tsx';
import { words } from './words.ts';

/** All that passed between somebody and us, whatever the channel, in the order in which it was said. */
export const WholeConversation = () => {
  const { threadId = '' } = useParams({ strict: false });
  const { data, error, isPending, refetch } = useCorrespondent(threadId);
  if (isPending)
    return (
      <div className="p-page">
        <SkeletonRows rows={5} rowClassName="h-20" />
      </div>
    );
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} className="m-page" />;
  return <Whole key={threadId} threadId={threadId} correspondent={data} />;
};

type WholeProps = { readonly threadId: string; readonly correspondent: Correspondent };

const Whole = ({ threadId, correspondent }: WholeProps) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const { slug } = useWorkspace();
  const { contact, accounts, threads } = correspondent;
  const here = threads.find(({ id }) => id === threadId);
  const name = contact?.name ?? (here && nameOf(here.author)) ?? r.someone;
  useTitle(w.wholeWith(name));
  return (
    <article aria-label={w.wholeWith(name)} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex items-center gap-2 border-line border-b px-3 py-2 desk:px-5">
        <Link
          to="/$slug/conversazioni/$threadId"
          params={{ slug, threadId }}
          search={(kept) => kept}
          aria-label={w.back}
          className="-ml-1 inline-flex size-control shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunk"
        >
          <ArrowLeft aria-hidden size={20} />
        </Link>
        <div className="min-w-0">
          <h2 className="truncate font-semibold text-read">{w.wholeWith(name)}</h2>
          <p className="truncate text-ink-soft text-small">{w.accounts(accounts, threads.length)}</p>
        </div>
      </header>
      {contact ? (
        <Said contactId={contact.id} name={name} />
      ) : (
        <p className="m-page max-w-prose text-ink-soft">{w.noPerson}</p>
      )}
      <AnswerIn correspondent={correspondent} threadId={threadId} name={name} />
    </article>
  );
};

/** Opens at the latest word. */
const FROM_THE_END = 'flex min-h-0 flex-1 flex-col-reverse overflow-auto px-4 py-4 desk:px-8';

const Said = ({ contactId, name }: { readonly contactId: string; readonly name: string }) => {
  const w = useWords(words);
  const story = useStory(contactId);
  const entries = [...story.entries].reverse();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={w.whole} tabIndex={0} className={FROM_THE_END}>
      <ol className="mx-auto flex w-full max-w-3xl flex-col gap-5">
        {story.hasNextPage && (
          <li className="text-center">
            <Button
              size="small"
              onPress={() => void story.fetchNextPage()}
              isPending={story.isFetchingNextPage}
            >
              {w.earlier}
            </Button>
          </li>
        )}
        {entries.map((entry) => (
          <SaidTurn key={entry.id} entry={entry} name={name} />
        ))}
        {story.isSuccess && entries.length === 0 && <li className="text-ink-soft">{w.empty}</li>}
      </ol>
    </section>
  );
};

type AnswerInProps = WholeProps & { readonly name: string };

/** An answer goes where it is chosen to go: into one of their conversations, on its channel. */
const AnswerIn = ({ correspondent: { threads }, threadId, name }: AnswerInProps) => {
  const w = useWords(words);
  const channelName = useChannelName();
  const [chosen, setChosen] = useState(threadId);
  const { data } = useThread(chosen);
  return (
    <>
      {threads.length > 1 && (
        <div className="border-line border-t px-4 pt-3 desk:px-8">
          <Select
            label={w.answerIn}
            className="mx-auto max-w-3xl"
            value={chosen}
            onChange={setChosen}
            choices={threads.map((one) => ({
              value: one.id,
              label: `${channelName(one.channel)} · ${(one.subject ?? one.preview).slice(0, 60)}`,
            }))}
          />
        </div>
      )}
      {data && <Foot key={chosen} detail={data} name={name} />}
    </>
  );
};

const Foot = ({ detail, name }: { readonly detail: ThreadDetail; readonly name: string }) => {
  const presence = usePresence(detail);
  return <ThreadFoot detail={detail} name={name} presence={presence} />;
};
