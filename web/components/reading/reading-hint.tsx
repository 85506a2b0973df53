import { useWords } from '../../app/language.tsx';
import { PolarityMark } from './polarity-mark.tsx';
import { intents, type ReadingSummary } from './reading-view.ts';
import { words } from './words.ts';

/** In a row of the inbox: the mark, and in one word what matters most. Nothing where there is nothing to say. */
export const ReadingHint = ({ reading }: { readonly reading: ReadingSummary }) => {
  const w = useWords(words);
  const first = reading.intents.includes('urgent')
    ? 'urgent'
    : intents.find((intent) => reading.intents.includes(intent));
  if (!first && reading.polarity === 'neu') return null;
  const polarity = w.polarities[reading.polarity];
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      {reading.polarity !== 'neu' && <PolarityMark polarity={reading.polarity} />}
      {first && reading.polarity !== 'neu' && <span className="sr-only">{polarity}, </span>}
      <span className="truncate">
        {first ? w.intents[first] : reading.unsure ? w.maybe(polarity) : polarity}
      </span>
    </span>
  );
};
