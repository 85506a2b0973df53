import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { call, inWorkspace } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { Avatar } from '../../components/avatar/avatar.tsx';
import { IconButton } from '../../components/button/icon-button.tsx';
import { ChannelIcon, useChannelName } from '../../components/channel-icon/channel-icon.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { TheirCases } from './context/their-cases.tsx';
import { TheirConversations } from './context/their-conversations.tsx';
import { TheirRelation } from './context/their-relation.tsx';
import { useCorrespondent } from './context/use-correspondent.ts';
import { isWeb, Outside } from './mention-turn.tsx';
import { useMemberNames } from './use-members.ts';
import type { ThreadDetail } from './views.ts';
import { words } from './words.ts';

/** Rules are for few conversations: their words come only where somebody looks beside one. */
const ThreadDeeds = lazy(async () => ({
  default: (await import('../settings/rules/thread-deeds.tsx')).ThreadDeeds,
}));

type ContextPaneProps = {
  readonly detail: ThreadDetail;
  readonly name: string;
  readonly onClose: () => void;
};

/** Who is speaking: what we said to each other anywhere, their cases, what ties us, what they want; only what is there. */
export const ContextPane = ({ detail, name, onClose }: ContextPaneProps) => {
  const w = useWords(words);
  const channelName = useChannelName();
  const names = useMemberNames();
  const { thread } = detail;
  const author = detail.mentions.findLast((mention) => !mention.ours)?.author;
  const handle = author?.handle ?? thread.author.handle;
  const correspondent = useCorrespondent(thread.id).data;
  const mayReadRules = useMay()('rules.read');
  return (
    <aside aria-label={w.about} className="flex w-full flex-col gap-5 overflow-auto p-5">
      <header className="flex items-start gap-3">
        <Avatar name={name} size="large" />
        <div className="min-w-0 flex-1">
          <h3 className="font-semibold text-read">
            <bdi>{name}</bdi>
          </h3>
          {handle && handle !== name && <p className="text-ink-soft text-small">{handle}</p>}
        </div>
        <IconButton label={w.hideContext} icon={<X aria-hidden size={18} />} onPress={onClose} />
      </header>
      <dl className="flex flex-col gap-3">
        <Fact title={w.onChannel}>
          <span className="inline-flex items-center gap-1.5">
            <ChannelIcon channel={thread.channel} />
            {channelName(thread.channel)}
          </span>
        </Fact>
        <Fact title={w.through}>{detail.connection.name}</Fact>
        {author?.url && isWeb(author.url) && (
          <Fact title={w.profile}>
            <Outside href={author.url}>{handle ?? author.url}</Outside>
          </Fact>
        )}
        <Fact title={w.lastTheirs}>
          {thread.lastTheirsAt ? <RelativeTime at={thread.lastTheirsAt} /> : w.never}
        </Fact>
        <Fact title={w.lastOurs}>
          <LastOurs detail={detail} />
        </Fact>
        {thread.assigneeId && (
          <Fact title={w.assign}>{w.assignedTo(names.get(thread.assigneeId) ?? w.someone)}</Fact>
        )}
        <WatchesHit detail={detail} />
      </dl>
      {correspondent && <TheirConversations threadId={thread.id} correspondent={correspondent} />}
      {correspondent?.cases && <TheirCases cases={correspondent.cases} />}
      {correspondent?.contact && <TheirRelation contactId={correspondent.contact.id} />}
      {mayReadRules && (
        <Suspense fallback={null}>
          <ThreadDeeds threadId={thread.id} />
        </Suspense>
      )}
    </aside>
  );
};

const Fact = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div>
    <dt className="text-ink-faint text-small">{title}</dt>
    <dd>{children}</dd>
  </div>
);

const LastOurs = ({ detail }: { readonly detail: ThreadDetail }) => {
  const w = useWords(words);
  const last = detail.mentions.findLast((mention) => mention.ours);
  return last ? <RelativeTime at={last.saidAt} /> : w.noAnswerYet;
};

const WatchesHit = ({ detail }: { readonly detail: ThreadDetail }) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const hit = new Set(detail.mentions.flatMap(({ matches }) => matches.map(({ watchId }) => watchId)));
  const { data } = useQuery({
    queryKey: keys.watches(id),
    queryFn: ({ signal }) =>
      call<{ watches: readonly { id: string; name: string }[] }>(
        'GET',
        inWorkspace(id, 'watches'),
        undefined,
        signal,
      ),
    enabled: hit.size > 0,
  });
  const names = data?.watches.filter((watch) => hit.has(watch.id)).map(({ name }) => name) ?? [];
  return names.length > 0 ? <Fact title={w.watchesHit}>{names.join(', ')}</Fact> : null;
};
