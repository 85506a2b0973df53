import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { askedOf, type MemorySearch, searchOfAsked } from '../../../app/memory-search.ts';
import { useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { useKeepSearch, useSavedSearches } from './use-search.ts';
import { words } from './words.ts';

/** Searches that are a click away: one's own, and everybody's. */
export const SavedSearches = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { data } = useSavedSearches();
  const { remove } = useKeepSearch();
  if (!data) return null;
  // On a phone they stand above the search: not to say that there are none.
  const hasNone = data.searches.length === 0;
  const forget = (id: string) =>
    remove.mutate(id, { onSuccess: () => showToast({ tone: 'good', text: w.removed }) });
  return (
    <nav aria-label={w.saved} className={`desk:w-60 desk:shrink-0 ${hasNone ? 'max-desk:hidden' : ''}`}>
      <h2 className="mb-2 font-semibold text-body">{w.saved}</h2>
      {hasNone && <p className="text-ink-soft text-small">{w.noneSaved}</p>}
      <ul className="flex flex-col">
        {data.searches.map(({ id, name, isShared, isMine, search }) => (
          <li key={id} className="flex items-center justify-between gap-2">
            <Link
              to="/$slug/ascolto/cerca"
              params={{ slug }}
              search={searchOfAsked(search)}
              className="link min-w-0 flex-1 truncate py-1.5"
            >
              {name}
              {isShared && <span className="text-ink-faint text-small"> · {w.ofAll}</span>}
            </Link>
            {isMine && (
              <IconButton
                label={w.remove(name)}
                icon={<X aria-hidden size={16} />}
                onPress={() => forget(id)}
              />
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** Gives the search that is open a name. */
export const SaveSearchDialog = ({
  search,
  onClose,
}: {
  readonly search: MemorySearch;
  readonly onClose: () => void;
}) => {
  const w = useWords(words);
  const { save } = useKeepSearch();
  const [isShared, setShared] = useState(false);
  const keep = ({ name = '' }: Readonly<Record<string, string>>) =>
    save.mutate(
      { name: name.trim(), isShared, search: askedOf(search) },
      {
        onSuccess: () => {
          showToast({ tone: 'good', text: w.savedDone });
          onClose();
        },
      },
    );
  return (
    <Dialog isOpen onOpenChange={onClose} title={w.saveTitle}>
      <p className="mb-5 text-ink-soft">{w.saveLead}</p>
      <Form onSubmit={keep} problem={save.error}>
        <TextField
          name="name"
          label={w.name}
          isRequired
          maxLength={120}
          defaultValue={search.cerca ?? ''}
          autoFocus
        />
        <Checkbox isSelected={isShared} onChange={setShared}>
          {w.shared}
        </Checkbox>
        <FormActions>
          <Button type="submit" weight="primary" isPending={save.isPending}>
            {w.keep}
          </Button>
          <Button weight="quiet" onPress={onClose}>
            {w.cancel}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
