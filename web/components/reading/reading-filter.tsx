import { ListFilter, X } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useWords } from '../../app/language.tsx';
import type { ReadingSearch } from '../../app/reading-search.ts';
import { useCommands } from '../../app/shortcuts.ts';
import { buttonLook } from '../button/button-look.ts';
import { aspectName } from './aspect-name.ts';
import { words as filterWords } from './filter-words.ts';
import { intents, polarities } from './reading-view.ts';
import { words } from './words.ts';

const load = () => import('./filter-popover.tsx');
const FilterPopover = lazy(() => load().then((module) => ({ default: module.FilterPopover })));

export type ReadingFilterProps = {
  readonly search: ReadingSearch;
  /** '' and false take a filter away. */
  readonly onChange: (part: ReadingSearch) => void;
  /** Where aspects can be asked for. */
  readonly withAspects?: boolean;
};

/** Keeps only what was read in a certain way; what is kept stands beside it, to be taken away. */
export const ReadingFilter = ({
  children,
  ...props
}: ReadingFilterProps & { readonly children?: ReactNode }) => {
  const f = useWords(filterWords);
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  useFilterCommands(props);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <button
        ref={trigger}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => setOpen(!isOpen)}
        className={buttonLook('plain', 'small')}
      >
        <ListFilter aria-hidden size={14} />
        {f.open}
      </button>
      {children && <span className="ml-auto">{children}</span>}
      <Kept {...props} />
      {isOpen && (
        <Suspense>
          <FilterPopover {...props} trigger={trigger} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
};

const useKept = ({ search, withAspects }: ReadingFilterProps) => {
  const w = useWords(words);
  const f = useWords(filterWords);
  const polarity = polarities.find((one) => one === search.giudizio);
  const intent = intents.find((one) => one === search.intento);
  const kept: readonly { readonly label: string; readonly without: ReadingSearch }[] = [
    ...(polarity ? [{ label: w.polarities[polarity], without: { giudizio: '' } }] : []),
    ...(intent ? [{ label: f.only[intent], without: { intento: '' } }] : []),
    ...(search.aspetto && withAspects
      ? [{ label: aspectName(search.aspetto, w.aspects), without: { aspetto: '' } }]
      : []),
    ...(search.urgenti ? [{ label: f.urgent, without: { urgenti: false } }] : []),
    ...(search.rispondere ? [{ label: w.needsReply, without: { rispondere: false } }] : []),
  ];
  return kept;
};

const Kept = (props: ReadingFilterProps) => {
  const f = useWords(filterWords);
  return useKept(props).map(({ label, without }) => (
    <button
      key={label}
      type="button"
      aria-label={f.remove(label)}
      onClick={() => props.onChange(without)}
      className="inline-flex min-h-8 pointer-coarse:min-h-11 cursor-default items-center gap-1.5 rounded-full bg-accent-soft px-3 text-ink text-small"
    >
      {label}
      <X aria-hidden size={13} />
    </button>
  ));
};

/** What people ask for most, a few letters away in the palette. */
const useFilterCommands = (props: ReadingFilterProps): void => {
  const f = useWords(filterWords);
  const isKept = useKept(props).length > 0;
  const { onChange } = props;
  useCommands(f.commands, [
    ...(['complaint', 'question', 'praise', 'purchase_intent', 'churn'] as const).map((intent) => ({
      id: `only-${intent}`,
      label: f.show(f.only[intent]),
      run: () => onChange({ intento: intent }),
    })),
    { id: 'only-negative', label: f.show(f.negative), run: () => onChange({ giudizio: 'neg' }) },
    { id: 'only-urgent', label: f.show(f.urgent), run: () => onChange({ urgenti: true }) },
    { id: 'only-waiting', label: f.show(f.waiting), run: () => onChange({ rispondere: true }) },
    ...(isKept ? [{ id: 'no-reading-filter', label: f.clear, run: () => onChange(nothingKept) }] : []),
  ]);
};

export const nothingKept: ReadingSearch = {
  giudizio: '',
  intento: '',
  aspetto: '',
  urgenti: false,
  rispondere: false,
};
