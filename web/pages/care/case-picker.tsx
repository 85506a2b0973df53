import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { SearchField } from '../../components/text-field/search-field.tsx';
import { StateMark } from './case-marks.tsx';
import { words } from './joining-words.ts';
import { type ListedCase, useCases } from './use-care.ts';
import { words as roomWords } from './words.ts';

type CasePickerProps = {
  /** Those that cannot be chosen: this one, those chosen already. */
  readonly without: readonly string[];
  readonly onChoose: (one: ListedCase) => void;
};

/** Finds a case by its number, its words, its people, its product or order; one press chooses it. */
export const CasePicker = ({ without, onChoose }: CasePickerProps) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const [search, setSearch] = useState('');
  const list = useCases('all', search.trim());
  const cases = list.cases.filter(({ id }) => !without.includes(id)).slice(0, 8);
  return (
    <div className="flex flex-col gap-2">
      <SearchField label={w.findCase} value={search} onChange={setSearch} />
      {list.isPending && <SkeletonRows rows={3} rowClassName="h-12" />}
      {list.isError && <ErrorNote error={list.error} />}
      {list.isSuccess && cases.length === 0 && <p className="text-ink-soft">{w.noCase}</p>}
      <ul className="flex max-h-72 flex-col overflow-auto" aria-label={r.cases}>
        {cases.map((one) => (
          <li key={one.id} className="border-line border-b last:border-b-0">
            <button
              type="button"
              onClick={() => onChoose(one)}
              className="w-full cursor-default rounded-sm px-1 py-2 text-left hover:bg-sunk"
            >
              <span className="flex flex-wrap items-center gap-x-2 font-medium">
                {r.caseNumber(one.number)}
                {one.authorName && <bdi>{` · ${one.authorName}`}</bdi>}
                <StateMark state={one.state} />
              </span>
              <span className="line-clamp-1 font-serif text-ink-soft">{one.preview ?? r.gone}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
