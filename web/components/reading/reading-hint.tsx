import { useWords } from '../../app/language.tsx';
import { PolarityMark } from './polarity-mark.tsx';
import { hintOf, type ReadingSummary } from './reading-view.ts';
import { words } from './words.ts';

/** In a row of the inbox: the mark, and in one word what matters most. Nothing where there is nothing to say. */
export const ReadingHint = ({ reading }: { readonly reading: ReadingSummary }) => {
  const w = useWords(words);
  const { intent, polarity, isGuess } = hintOf(reading);
  if (!intent && !polarity) return null;
  const feeling = polarity && w.polarities[polarity];
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      {polarity && <PolarityMark polarity={polarity} />}
      {intent && feeling && <span className="sr-only">{feeling}, </span>}
      <span className="truncate">
        {intent ? w.intents[intent] : feeling && isGuess ? w.maybe(feeling) : feeling}
      </span>
    </span>
  );
};
