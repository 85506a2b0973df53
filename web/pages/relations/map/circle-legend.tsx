import { Button as AriaButton } from 'react-aria-components';
import { useInBoth, useWords } from '../../../app/language.tsx';
import type { MapCircle } from '../views.ts';
import { circleInks, placesOf } from './circle-look.ts';
import { words } from './words.ts';

type CircleLegendProps = {
  readonly circles: readonly MapCircle[];
  readonly chosen: string | undefined;
  readonly onChoose: (circle: string | undefined) => void;
};

/** The circles by name, with the colour that they have on the map; choosing one shows it from within. */
export const CircleLegend = ({ circles, chosen, onChoose }: CircleLegendProps) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const places = placesOf(circles);
  return (
    <section aria-label={w.circles}>
      <h2 className="font-semibold text-read">{w.circles}</h2>
      <p className="mb-1 text-ink-soft text-small">
        {w.circlesLead} {circles.length === 0 && w.noCircles}
      </p>
      <ul className="-mx-2 flex flex-col">
        {[...circles]
          .sort((one, other) => other.size - one.size)
          .map(({ id, name, size, reached }) => (
            <li key={id}>
              <AriaButton
                onPress={() => onChoose(chosen === id ? undefined : id)}
                {...(chosen === id ? { 'aria-current': 'true' as const } : {})}
                className={`flex min-h-control w-full items-baseline gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-sunk ${chosen === id ? 'bg-sunk font-medium' : ''}`}
              >
                <span
                  aria-hidden
                  className={`size-2.5 shrink-0 rounded-full ${circleInks[places.get(id) ?? 0]}`}
                />
                <span className="min-w-0 flex-1">
                  {(name && inBoth(name)) || w.nameless}
                  <span className="block text-ink-soft text-small">
                    {w.sizeOf(size)}
                    {!reached && `, ${w.notReached}`}
                  </span>
                </span>
              </AriaButton>
            </li>
          ))}
      </ul>
    </section>
  );
};
