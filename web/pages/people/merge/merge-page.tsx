import { useWords } from '../../../app/language.tsx';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { useSuggestions } from '../use-contacts.ts';
import { Pair } from './pair.tsx';
import { words } from './words.ts';

/** Entries that look like one person, side by side, with what speaks for it. */
export const MergePage = () => {
  const w = useWords(words);
  return (
    <Page title={w.title} lead={w.lead}>
      <Pairs />
    </Page>
  );
};

const Pairs = () => {
  const w = useWords(words);
  const { data, error, isPending, refetch } = useSuggestions();
  if (isPending) return <SkeletonRows rows={2} rowClassName="h-72" />;
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (data.suggestions.length === 0)
    return (
      <EmptyState title={w.noneTitle}>
        <p>{w.noneText}</p>
      </EmptyState>
    );
  return (
    <ul className="flex flex-col gap-6">
      {data.suggestions.map((suggestion) => (
        <li key={`${suggestion.a.id} ${suggestion.b.id}`}>
          <Pair suggestion={suggestion} />
        </li>
      ))}
    </ul>
  );
};
