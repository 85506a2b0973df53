import { X } from 'lucide-react';
import { useChannels } from '../../../app/channels.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import type { MemorySearch } from '../../../app/memory-search.ts';
import { useTypedSearch } from '../../../app/use-typed-search.ts';
import { ReadingFilter } from '../../../components/reading/reading-filter.tsx';
import { Select } from '../../../components/select/select.tsx';
import { SearchField } from '../../../components/text-field/search-field.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { useWatches } from '../use-listening.ts';
import { words } from './words.ts';

export type MemoryChanges = { [Name in keyof MemorySearch]: MemorySearch[Name] | undefined };
type Props = { readonly search: MemorySearch; readonly onChange: (part: MemoryChanges) => void };

const ANY = 'any';
const unlessAny = (value: string) => (value === ANY ? undefined : value);

/** What is looked for, and everything that narrows it. */
export const SearchFilters = ({ search, onChange }: Props) => {
  const w = useWords(words);
  const line = useTypedSearch(search.cerca ?? '', (cerca) => onChange({ cerca }));
  const hasMore = [search.chi, search.autore, search.lingua, search.dal, search.al].some(Boolean);
  return (
    <div className="mb-6 flex flex-col gap-3">
      <SearchField label={w.search} placeholder={w.searchHint} {...line} />
      <Where search={search} onChange={onChange} />
      <ReadingFilter search={search} onChange={onChange} withAspects />
      <details open={hasMore || undefined}>
        <summary className="link w-fit cursor-pointer pointer-coarse:py-3">{w.moreFilters}</summary>
        <Who search={search} onChange={onChange} />
      </details>
    </div>
  );
};

const Where = ({ search, onChange }: Props) => {
  const w = useWords(words);
  const { language } = useLanguage();
  const watches = useWatches();
  const channels = useChannels();
  return (
    <div className="grid gap-3 tablet:grid-cols-3">
      <Select
        label={w.watch}
        isLabelHidden
        value={search.ricerca ?? ANY}
        onChange={(value) => onChange({ ricerca: unlessAny(value) })}
        choices={[
          { value: ANY, label: w.anyWatch },
          ...(watches.data?.watches.map(({ id, name }) => ({ value: id, label: name })) ?? []),
        ]}
      />
      <Select
        label={w.channel}
        isLabelHidden
        value={search.canale ?? ANY}
        onChange={(value) => onChange({ canale: unlessAny(value) })}
        choices={[
          { value: ANY, label: w.anyChannel },
          ...(channels.data?.map(({ id, name }) => ({ value: id as string, label: name[language] })) ?? []),
        ]}
      />
      <Select
        label={w.order}
        isLabelHidden
        value={search.ordine ?? 'tempo'}
        onChange={(value) => onChange({ ordine: value === 'pertinenza' ? 'pertinenza' : undefined })}
        choices={[
          { value: 'tempo', label: w.byTime },
          { value: 'pertinenza', label: w.byRelevance },
        ]}
      />
    </div>
  );
};

const Who = ({ search, onChange }: Props) => {
  const w = useWords(words);
  const author = useTypedSearch(search.chi ?? '', (chi) => onChange({ chi }));
  return (
    <div className="mt-3 grid items-start gap-3 tablet:grid-cols-4">
      <TextField label={w.author} placeholder={w.authorHint} maxLength={200} {...author} />
      <Select
        label={w.language}
        value={search.lingua ?? ANY}
        onChange={(value) => onChange({ lingua: unlessAny(value) })}
        choices={[
          { value: ANY, label: w.anyLanguage },
          ...Object.entries(w.languages).map(([value, label]) => ({ value, label })),
        ]}
      />
      <TextField label={w.since} type="date" value={search.dal ?? ''} onChange={(dal) => onChange({ dal })} />
      <TextField label={w.until} type="date" value={search.al ?? ''} onChange={(al) => onChange({ al })} />
      {search.autore && (
        <button
          type="button"
          onClick={() => onChange({ autore: undefined })}
          className="inline-flex min-h-8 w-fit pointer-coarse:min-h-11 cursor-default items-center gap-1.5 rounded-full bg-accent-soft px-3 text-ink text-small"
        >
          {w.allOfOne}
          <X aria-hidden size={13} />
        </button>
      )}
    </div>
  );
};
