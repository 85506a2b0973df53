import { ChevronDown, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { useWatches, type WatchView } from './use-listening.ts';
import { WatchMenu } from './watch-menu.tsx';
import { WatchDialog } from './watches/watch-dialog.tsx';
import { words } from './words.ts';

type WatchListProps = {
  readonly chosen: string | undefined;
  readonly onChoose: (watchId: string | undefined) => void;
};

/** The words that we follow: choosing one shows what it found. */
export const WatchList = ({ chosen, onChoose }: WatchListProps) => {
  const w = useWords(words);
  const may = useMay();
  const { data, isPending } = useWatches();
  const [isOpen, setOpen] = useState(false);
  const chosenName = data?.watches.find(({ id }) => id === chosen)?.name ?? w.all;
  const [editing, setEditing] = useState<WatchView | 'new' | null>(null);
  const choose = (watchId: string | undefined) => {
    setOpen(false);
    onChoose(watchId);
  };
  return (
    <nav aria-label={w.watches} className="desk:w-72 desk:shrink-0">
      <h2 className="mb-2 hidden font-semibold text-read desk:block">{w.watches}</h2>
      <AriaButton
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
        className="flex min-h-control w-full items-center gap-2 rounded-md border border-line bg-sheet px-3 text-left desk:hidden"
      >
        <span className="min-w-0 flex-1 truncate">
          {w.watches}: {chosenName}
        </span>
        <ChevronDown aria-hidden size={16} className={`text-ink-soft ${isOpen ? 'rotate-180' : ''}`} />
      </AriaButton>
      <div className={`${isOpen ? 'mt-2' : 'hidden'} desk:mt-0 desk:block`}>
        {isPending && <SkeletonRows rows={3} rowClassName="h-12" />}
        <ul className="-mx-2 flex flex-col">
          <li>
            <Choice label={w.everything} isChosen={chosen === undefined} onChoose={() => choose(undefined)} />
          </li>
          {data?.watches.map((watch) => (
            <li key={watch.id} className="flex items-center">
              <Choice
                label={watch.name}
                detail={watch.state === 'paused' ? w.paused : w.found(watch.matchCount30d)}
                isChosen={chosen === watch.id}
                onChoose={() => choose(watch.id)}
              />
              {may('watches.manage') && <WatchMenu watch={watch} onChange={() => setEditing(watch)} />}
            </li>
          ))}
        </ul>
        {may('watches.manage') && (
          <Button size="small" className="mt-3" onPress={() => setEditing('new')}>
            <Plus aria-hidden size={16} />
            {w.addWatch}
          </Button>
        )}
      </div>
      {editing && (
        <WatchDialog watch={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
      )}
    </nav>
  );
};

type ChoiceProps = {
  readonly label: string;
  readonly detail?: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

const Choice = ({ label, detail, isChosen, onChoose }: ChoiceProps) => (
  <AriaButton
    onPress={onChoose}
    {...(isChosen ? { 'aria-current': 'true' as const } : {})}
    className={`min-h-control min-w-0 flex-1 rounded-md px-2 py-1.5 text-left hover:bg-sunk ${isChosen ? 'bg-sunk font-medium' : ''}`}
  >
    <span className="block truncate">{label}</span>
    {detail && <span className="block truncate text-ink-soft text-small">{detail}</span>}
  </AriaButton>
);
