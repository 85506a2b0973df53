import { useNavigate, useSearch } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { useWords } from '../../app/language.tsx';
import type { ConversationsSearch } from '../../app/routes/conversations.ts';
import { useWorkspace } from '../../app/session.ts';
import { useTimes } from '../../app/times.ts';
import { useTypedSearch } from '../../app/use-typed-search.ts';
import { IconButton } from '../../components/button/icon-button.tsx';
import { useChannelName } from '../../components/channel-icon/channel-icon.tsx';
import { Switch } from '../../components/checkbox/switch.tsx';
import { ReadingFilter } from '../../components/reading/reading-filter.tsx';
import { Select } from '../../components/select/select.tsx';
import { SearchField } from '../../components/text-field/search-field.tsx';
import { ApprovalsStrip } from '../approvals/approvals-strip.tsx';
import { DeskFilters } from './desk/desk-filters.tsx';
import { SavedViews } from './desk/saved-views.tsx';
import type { Selection } from './desk/use-selection.ts';
import { words as deskWords } from './desk/words.ts';
import { viewOf } from './use-threads.ts';
import { type ThreadCounts, type ThreadView, threadViews } from './views.ts';
import { words } from './words.ts';

const channels = ['bluesky', 'fediverse', 'mail', 'feed', 'by-hand'] as const;

type ListHeaderProps = { readonly counts: ThreadCounts | undefined; readonly selection: Selection };

/** Which conversations the list shows; the choice lives in the address. */
export const ListHeader = ({ counts, selection }: ListHeaderProps) => {
  const w = useWords(words);
  const d = useWords(deskWords);
  const { slug } = useWorkspace();
  const times = useTimes();
  const channelName = useChannelName();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as ConversationsSearch;
  const change = (part: ConversationsSearch) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value));
    void navigate({ to: '/$slug/conversazioni', params: { slug }, search: next, replace: true });
  };
  const count = (view: ThreadView): string => {
    const number =
      view === 'all' ? counts?.open : view === 'about' || view === 'done' ? undefined : counts?.[view];
    return number ? ` (${times.number(number)})` : '';
  };
  return (
    <header className="flex flex-col gap-2 border-line border-b px-3 pt-3 pb-1.5">
      <div className="flex items-center gap-2">
        <h1 className="flex-1 px-1 font-semibold text-lead tracking-tight">{w.title}</h1>
        <SavedViews search={search} />
        <IconButton
          label={selection.chosen ? d.stopChoosing : d.select}
          icon={<ListChecks aria-hidden size={18} className={selection.chosen ? 'text-accent' : ''} />}
          onPress={selection.chosen ? selection.stop : selection.start}
          className="-my-2"
        />
      </div>
      <ApprovalsStrip />
      <SearchLine value={search.cerca ?? ''} onSearch={(cerca) => change({ cerca })} />
      <div className="flex gap-2">
        <Select
          label={w.view}
          isLabelHidden
          className="min-w-0 flex-1"
          value={viewOf(search)}
          onChange={(view) => change({ vista: view === 'all' ? '' : view })}
          choices={threadViews.map((view) => ({ value: view, label: `${w.views[view]}${count(view)}` }))}
        />
        <Select
          label={w.channel}
          isLabelHidden
          className="min-w-0 flex-1"
          value={search.canale ?? 'any'}
          onChange={(channel) => change({ canale: channel === 'any' ? '' : channel })}
          choices={[
            { value: 'any', label: w.anyChannel },
            ...channels.map((channel) => ({ value: channel as string, label: channelName(channel) })),
          ]}
        />
      </div>
      <DeskFilters search={search} onChange={change} />
      <ReadingFilter search={search} onChange={change} withAspects>
        <Switch isSelected={search.nonletti === true} onChange={(nonletti) => change({ nonletti })}>
          {w.unread}
        </Switch>
      </ReadingFilter>
    </header>
  );
};

/** Waits for a pause in the typing before it asks the server. */
const SearchLine = ({
  value,
  onSearch,
}: {
  readonly value: string;
  readonly onSearch: (value: string) => void;
}) => {
  const w = useWords(words);
  const line = useTypedSearch(value, onSearch);
  return <SearchField label={w.search} placeholder={w.searchHint} {...line} onSubmit={onSearch} />;
};
