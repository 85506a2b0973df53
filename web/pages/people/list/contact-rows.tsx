import { useWords } from '../../../app/language.tsx';
import type { ContactsSearch } from '../../../app/routes/relations.ts';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { LinkButton } from '../../../components/button/link-button.tsx';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import type { useContacts } from '../use-contacts.ts';
import { words as shared } from '../words.ts';
import { ContactLine } from './contact-line.tsx';
import { words } from './words.ts';

type ContactRowsProps = {
  readonly list: ReturnType<typeof useContacts>;
  readonly search: ContactsSearch;
  readonly onClear: () => void;
};

/** The people found, each in a line and a sentence. */
export const ContactRows = ({ list, search, onClear }: ContactRowsProps) => {
  const w = useWords(words);
  const s = useWords(shared);
  const times = useTimes();
  if (list.isPending) return <SkeletonRows rows={6} rowClassName="h-20" />;
  if (list.isError && list.contacts.length === 0)
    return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />;
  if (list.contacts.length === 0)
    return Object.keys(search).length > 0 ? <NoOneSo onClear={onClear} /> : <NoOneYet />;
  return (
    <section aria-label={w.list} aria-busy={list.isPlaceholderData}>
      {list.count !== undefined && (
        <p aria-live="polite" className="mb-1 text-ink-faint text-small">
          {w.count(times.number(list.count))}
        </p>
      )}
      <ul>
        {list.contacts.map((contact) => (
          <li
            key={contact.id}
            className="border-line border-b [contain-intrinsic-size:auto_88px] [content-visibility:auto] last:border-b-0"
          >
            <ContactLine contact={contact} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          className="mt-4"
          onPress={() => void list.fetchNextPage()}
          isPending={list.isFetchingNextPage}
        >
          {s.more}
        </Button>
      )}
    </section>
  );
};

const NoOneSo = ({ onClear }: { readonly onClear: () => void }) => {
  const w = useWords(words);
  return (
    <EmptyState title={w.nothingTitle} action={<Button onPress={onClear}>{w.showAll}</Button>}>
      <p>{w.nothingText}</p>
    </EmptyState>
  );
};

const NoOneYet = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  return (
    <EmptyState
      title={w.emptyTitle}
      action={
        <LinkButton to="/$slug/relazioni/persone/importa" params={{ slug }} weight="primary">
          {w.import}
        </LinkButton>
      }
      example={{ text: w.emptyExample, from: w.emptyExampleFrom }}
    >
      <p>{w.emptyText}</p>
    </EmptyState>
  );
};
