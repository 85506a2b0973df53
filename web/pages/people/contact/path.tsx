import { useInBoth, useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { type ContactDetail, stages } from '../views.ts';
import { words as shared } from '../words.ts';
import { Part } from './part.tsx';
import { words } from './words.ts';

/** How far the relationship has come, and what would move it. */
export const Path = ({ stage }: { readonly stage: ContactDetail['stage'] }) => {
  const w = useWords(words);
  const s = useWords(shared);
  const times = useTimes();
  const inBoth = useInBoth();
  const here = stages.indexOf(stage.now);
  const reachedAt = new Map(stage.path.map(({ stage: name, at }) => [name, at]));
  return (
    <Part title={w.path}>
      <ol className="grid gap-x-3 gap-y-2 tablet:grid-cols-6">
        {stages.map((name, place) => {
          const at = reachedAt.get(name);
          const isHere = place === here;
          return (
            <li
              key={name}
              {...(isHere ? { 'aria-current': 'step' as const } : {})}
              className="relative flex items-start gap-3 tablet:flex-col tablet:gap-1.5"
            >
              <Knot isFirst={place === 0} isReached={place <= here} isHere={isHere} />
              <p className={isHere ? 'font-semibold' : place < here ? 'text-ink-soft' : 'text-ink-faint'}>
                {s.stages[name]}
                <span className="block font-normal text-ink-faint text-small">
                  {place > here
                    ? w.notYet
                    : at
                      ? times.dateYear(at)
                      : isHere && stage.since
                        ? times.dateYear(stage.since)
                        : ''}
                </span>
              </p>
            </li>
          );
        })}
      </ol>
      {stage.next && <p className="mt-4 max-w-read">{inBoth(stage.next)}</p>}
    </Part>
  );
};

/** A knot on the thread: filled as far as we have come. */
const Knot = ({
  isFirst,
  isReached,
  isHere,
}: {
  readonly isFirst: boolean;
  readonly isReached: boolean;
  readonly isHere: boolean;
}) => (
  <span aria-hidden className="relative flex h-6 w-4 shrink-0 items-center tablet:w-full">
    {!isFirst && (
      <span
        className={`absolute right-[calc(100%+0.25rem)] hidden w-[calc(100%-0.5rem)] border-t-2 tablet:block ${isReached ? 'border-accent' : 'border-line-strong border-dotted'}`}
      />
    )}
    <span
      className={`size-3 rounded-full border-2 ${isReached ? 'border-accent' : 'border-line-strong'} ${isHere ? 'bg-accent ring-4 ring-accent-soft' : isReached ? 'bg-accent' : 'bg-sheet'}`}
    />
  </span>
);
