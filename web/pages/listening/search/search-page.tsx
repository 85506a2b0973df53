import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Bookmark } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { type MemorySearch, memorySearchOf } from '../../../app/memory-search.ts';
import { useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { Heard } from '../heard-list.tsx';
import { words as historyWords } from '../history/words.ts';
import { ExportMenu } from './export-menu.tsx';
import { SavedSearches, SaveSearchDialog } from './saved-searches.tsx';
import { type MemoryChanges, SearchFilters } from './search-filters.tsx';
import { useFound } from './use-search.ts';
import { words } from './words.ts';

const HistoryDialog = lazy(() =>
  import('../history/history-dialog.tsx').then((module) => ({ default: module.HistoryDialog })),
);

/** Everything that was heard, by words and by whatever else is known of it. */
export const SearchPage = () => {
  const w = useWords(words);
  const search = memorySearchOf(useSearch({ strict: false }));
  const change = useChange(search);
  const [saving, setSaving] = useState(false);
  return (
    <Page
      title={w.title}
      lead={w.lead}
      wide
      actions={
        <>
          {Object.keys(search).length > 0 && (
            <Button onPress={() => setSaving(true)}>
              <Bookmark aria-hidden size={16} />
              {w.save}
            </Button>
          )}
          <ExportMenu search={search} />
        </>
      }
    >
      <div className="flex flex-col-reverse gap-8 desk:flex-row">
        <div className="min-w-0 flex-1">
          <SearchFilters search={search} onChange={change} />
          <Results search={search} />
        </div>
        <SavedSearches />
      </div>
      {saving && <SaveSearchDialog search={search} onClose={() => setSaving(false)} />}
    </Page>
  );
};

const useChange = (search: MemorySearch) => {
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  return (part: MemoryChanges) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value));
    void navigate({ to: '/$slug/ascolto/cerca', params: { slug }, search: next, replace: true });
  };
};

const Results = ({ search }: { readonly search: MemorySearch }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const h = useWords(historyWords);
  const found = useFound(search);
  const [history, setHistory] = useState<string>();
  if (found.isPending) return <SkeletonRows rows={5} rowClassName="h-28" />;
  if (found.isError && found.mentions.length === 0)
    return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <section aria-label={w.results}>
      <div aria-live="polite" className="text-ink-soft">
        {found.readAs.map(({ typed }) => (
          <p key={typed} className="mb-3">
            {w.readAs(typed)}
          </p>
        ))}
        {search.ordine && search.cerca && <p className="mb-3 text-small">{w.relevanceNote}</p>}
      </div>
      {found.mentions.length === 0 && (
        <EmptyState title={w.nothingTitle}>
          <p>{w.nothingText}</p>
        </EmptyState>
      )}
      <ol className="flex flex-col">
        {found.mentions.map((mention) => (
          <li key={mention.id} className="border-line border-t py-4 first:border-t-0 first:pt-0">
            <Heard mention={mention} {...(search.cerca ? { spans: mention.highlights } : {})}>
              <button
                type="button"
                className="link inline-flex min-h-6 cursor-default items-center"
                onClick={() => setHistory(mention.id)}
              >
                {h.open}
              </button>
              {!mention.ours && (
                <Link
                  to="/$slug/ascolto/cerca"
                  params={{ slug }}
                  search={{ autore: mention.author.id }}
                  className="link"
                >
                  {w.allOfOne}
                </Link>
              )}
            </Heard>
          </li>
        ))}
      </ol>
      {found.hasNextPage && (
        <Button
          className="mt-4"
          onPress={() => void found.fetchNextPage()}
          isPending={found.isFetchingNextPage}
        >
          {w.more}
        </Button>
      )}
      {history && (
        <Suspense>
          <HistoryDialog mentionId={history} onClose={() => setHistory(undefined)} />
        </Suspense>
      )}
    </section>
  );
};
