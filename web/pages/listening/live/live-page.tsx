import { useNavigate, useSearch } from '@tanstack/react-router';
import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import type { ListeningSearch } from '../../../app/routes/listening.ts';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { useCommands } from '../../../app/shortcuts.ts';
import { useTypedSearch } from '../../../app/use-typed-search.ts';
import { Button } from '../../../components/button/button.tsx';
import { useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { Page } from '../../../components/page/page.tsx';
import { ReadingFilter } from '../../../components/reading/reading-filter.tsx';
import { Select } from '../../../components/select/select.tsx';
import { SearchField } from '../../../components/text-field/search-field.tsx';
import { ByHandDialog } from '../by-hand-dialog.tsx';
import { HeardList } from '../heard-list.tsx';
import { WatchList } from '../watch-list.tsx';
import { words } from '../words.ts';

const channels = ['bluesky', 'fediverse', 'mail', 'feed', 'by-hand'] as const;

/** What is said about the company, as it comes in. */
export const LivePage = () => {
  const w = useWords(words);
  const may = useMay();
  const [noting, setNoting] = useState(false);
  const search = useSearch({ strict: false }) as ListeningSearch;
  const change = useChangeSearch(search);
  useCommands(
    w.title,
    may('mentions.add') ? [{ id: 'by-hand', label: w.byHand, run: () => setNoting(true) }] : [],
  );
  return (
    <Page
      title={w.title}
      lead={w.lead}
      wide
      actions={
        may('mentions.add') && (
          <Button onPress={() => setNoting(true)}>
            <NotebookPen aria-hidden size={16} />
            {w.byHand}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4 desk:flex-row desk:gap-8">
        <WatchList chosen={search.ricerca} onChoose={(ricerca) => change({ ricerca })} />
        <section aria-label={w.everything} className="min-w-0 flex-1">
          <Filters search={search} onChange={change} />
          <HeardList search={search} />
        </section>
      </div>
      {noting && <ByHandDialog onClose={() => setNoting(false)} />}
    </Page>
  );
};

const useChangeSearch = (search: ListeningSearch) => {
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  return (part: Changes) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value));
    void navigate({ to: '/$slug/ascolto', params: { slug }, search: next, replace: true });
  };
};

type Changes = { [Name in keyof ListeningSearch]: ListeningSearch[Name] | undefined };

type FiltersProps = {
  readonly search: ListeningSearch;
  readonly onChange: (part: Changes) => void;
};

const Filters = ({ search, onChange }: FiltersProps) => {
  const w = useWords(words);
  const channelName = useChannelName();
  const line = useTypedSearch(search.cerca ?? '', (cerca) => onChange({ cerca }));
  return (
    <div className="mb-6 flex flex-wrap items-start gap-3">
      <SearchField label={w.search} placeholder={w.searchHint} {...line} className="min-w-60 flex-1" />
      <Select
        label={w.channel}
        isLabelHidden
        className="w-full tablet:w-44"
        value={search.canale ?? 'any'}
        onChange={(channel) => onChange({ canale: channel === 'any' ? undefined : channel })}
        choices={[
          { value: 'any', label: w.anyChannel },
          ...channels.map((channel) => ({ value: channel as string, label: channelName(channel) })),
        ]}
      />
      <div className="w-full">
        <ReadingFilter search={search} onChange={onChange} withAspects />
      </div>
    </div>
  );
};
