import { useWords } from '../../../app/language.tsx';
import type { ContactDetail } from '../views.ts';
import { Part } from './part.tsx';
import { words } from './words.ts';

/** What they speak of, in their own words. */
export const Cares = ({ cares }: { readonly cares: ContactDetail['cares'] }) => {
  const w = useWords(words);
  if (cares.length === 0) return null;
  return (
    <Part title={w.cares}>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 font-serif text-read">
        {cares.map(({ word, count }) => (
          <li key={word}>
            <bdi>{word}</bdi>{' '}
            <span className="font-sans text-ink-faint text-small" title={w.times(count)}>
              <span aria-hidden>{count}</span>
              <span className="sr-only">({w.times(count)})</span>
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
};
