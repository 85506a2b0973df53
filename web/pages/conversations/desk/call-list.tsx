import { useWords } from '../../../app/language.tsx';
import { Avatar } from '../../../components/avatar/avatar.tsx';
import type { Colleague } from './calls.ts';
import { words } from './words.ts';

type CallListProps = {
  readonly offered: readonly Colleague[];
  readonly chosen: number;
  readonly onTake: (name: string) => void;
};

/** Whom the name that is being written could mean: arrows and Enter at the desk, a touch on the phone. */
export const CallList = ({ offered, chosen, onTake }: CallListProps) => {
  const w = useWords(words);
  return (
    <div aria-live="polite">
      {offered.length > 0 && (
        <ul aria-label={w.calls} className="flex flex-wrap gap-2">
          {offered.map(({ personId, name }, index) => (
            <li key={personId}>
              <button
                type="button"
                onClick={() => onTake(name)}
                className={`flex min-h-control items-center gap-2 rounded-full border px-3 text-small ${index === chosen ? 'border-accent bg-accent-soft' : 'border-line-strong bg-sheet'}`}
              >
                <Avatar name={name} size="small" />
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
