import { useWords } from '../../app/language.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { Heard } from '../listening/heard-list.tsx';
import { useHeard } from '../listening/use-listening.ts';
import { words } from './words.ts';

const FEW = 3;
const none = {};

/** What the new channel brings, as it comes in: the reward of the first two minutes. */
export const FirstWords = () => {
  const w = useWords(words);
  const { mentions } = useHeard(none);
  return (
    <section aria-label={w.firstWords} className="mt-10 border-line border-t pt-6">
      <h2 className="mb-4 font-semibold text-lead">{w.firstWords}</h2>
      {mentions.length === 0 && (
        <div role="status">
          <p className="sr-only">{w.arriving}</p>
          <SkeletonRows rows={2} rowClassName="h-20" />
        </div>
      )}
      <ol className="flex flex-col gap-6" aria-live="polite">
        {mentions.slice(0, FEW).map((mention) => (
          <li key={mention.id}>
            <Heard mention={mention} />
          </li>
        ))}
      </ol>
    </section>
  );
};
