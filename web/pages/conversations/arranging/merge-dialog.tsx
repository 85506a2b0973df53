import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, inWorkspace, query } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTypedSearch } from '../../../app/use-typed-search.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { RelativeTime } from '../../../components/relative-time/relative-time.tsx';
import { SearchField } from '../../../components/text-field/search-field.tsx';
import { useCorrespondent } from '../context/use-correspondent.ts';
import { nameOf, type ThreadPage, type ThreadSummary } from '../views.ts';
import { words as roomWords } from '../words.ts';
import { useArranging } from './use-arranging.ts';
import { words } from './words.ts';

type MergeDialogProps = { readonly thread: ThreadSummary; readonly onClose: () => void };

/** Which other conversations of the same connection become part of this one: first those with the same person. */
export const MergeDialog = ({ thread, onClose }: MergeDialogProps) => {
  const w = useWords(words);
  const { merge } = useArranging(thread);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly ThreadSummary[]>([]);
  const line = useTypedSearch(search, setSearch);
  const fits = ({ id, connectionId }: ThreadSummary) =>
    id !== thread.id && connectionId === thread.connectionId;
  const theirs = (useCorrespondent(thread.id).data?.threads ?? []).filter(fits);
  const isTheirs = new Set(theirs.map(({ id }) => id));
  const found = useOthers(thread, search).filter((other) => fits(other) && !isTheirs.has(other.id));
  const toggle = (other: ThreadSummary) =>
    setChosen(
      chosen.some(({ id }) => id === other.id)
        ? chosen.filter(({ id }) => id !== other.id)
        : [...chosen, other],
    );
  const rows = { chosen, toggle };
  return (
    <Dialog isOpen wide onOpenChange={(isOpen) => !isOpen && onClose()} title={w.mergeTitle}>
      <p className="mb-3 text-ink-soft">{w.mergeLead}</p>
      <SearchField label={w.searchOthers} {...line} onSubmit={setSearch} className="mb-3" />
      {search === '' && theirs.length > 0 && <Rows title={w.samePerson} threads={theirs} {...rows} />}
      {found.length > 0 && <Rows title={w.others} threads={found} {...rows} />}
      {found.length === 0 && theirs.length === 0 && <p className="text-ink-soft">{w.mergeNone}</p>}
      <div className="mt-5 flex justify-end">
        <Button
          weight="primary"
          isDisabled={chosen.length === 0}
          isPending={merge.isPending}
          onPress={() => merge.mutate(chosen, { onSuccess: onClose })}
        >
          {w.mergeNow(Math.max(chosen.length, 1))}
        </Button>
      </div>
    </Dialog>
  );
};

const useOthers = (thread: ThreadSummary, q: string): readonly ThreadSummary[] => {
  const { id } = useWorkspace();
  const filter = { view: 'all', channel: thread.channel, q, limit: 20 };
  const { data } = useQuery({
    queryKey: [...keys.threads(id), 'to-join', filter],
    queryFn: ({ signal }) =>
      call<ThreadPage>('GET', inWorkspace(id, 'threads') + query(filter), undefined, signal),
  });
  return data?.threads ?? [];
};

type RowsProps = {
  readonly title: string;
  readonly threads: readonly ThreadSummary[];
  readonly chosen: readonly ThreadSummary[];
  readonly toggle: (thread: ThreadSummary) => void;
};

const Rows = ({ title, threads, chosen, toggle }: RowsProps) => {
  const r = useWords(roomWords);
  return (
    <section className="mb-3">
      <h3 className="mb-1 text-ink-faint text-small">{title}</h3>
      <ul className="max-h-64 overflow-auto">
        {threads.map((one) => (
          <li key={one.id} className="border-line border-b py-1 last:border-0">
            <Checkbox
              isSelected={chosen.some(({ id }) => id === one.id)}
              onChange={() => toggle(one)}
              help={one.preview.slice(0, 120)}
            >
              <bdi>{nameOf(one.author) ?? r.someone}</bdi>
              {one.subject ? ` · ${one.subject}` : ''}{' '}
              <RelativeTime at={one.lastActivityAt} className="text-ink-faint text-small" />
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  );
};
