import { useWords } from '../../../app/language.tsx';
import { aspectName } from '../../../components/reading/aspect-name.ts';
import { PolarityMark } from '../../../components/reading/polarity-mark.tsx';
import type { ReadingView } from '../../../components/reading/reading-view.ts';
import { words as readingWords } from '../../../components/reading/words.ts';
import type { PackPreview } from './use-packs.ts';
import { words } from './words.ts';

/** What the latest messages would say with these words: only those that would be read otherwise. */
export const PackPreviewTable = ({ preview }: { readonly preview: PackPreview }) => {
  const w = useWords(words);
  return (
    <section
      aria-label={w.previewTable}
      aria-live="polite"
      className="rounded-lg border border-line bg-sheet p-4"
    >
      <p className="font-medium">{w.previewed(preview.changed.length, preview.read)}</p>
      {preview.changed.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section tabIndex={0} aria-label={w.message} className="mt-3 max-h-96 overflow-auto">
          <table className="w-full text-body">
            <caption className="sr-only">{w.previewTable}</caption>
            <thead className="text-left text-ink-faint text-small">
              <tr className="border-line border-b">
                <th scope="col" className="py-1.5 pr-4 font-normal">
                  {w.message}
                </th>
                <th scope="col" className="w-32 py-1.5 pr-4 font-normal">
                  {w.before}
                </th>
                <th scope="col" className="w-32 py-1.5 font-normal">
                  {w.after}
                </th>
              </tr>
            </thead>
            <tbody>
              {preview.changed.map(({ mentionId, excerpt, before, after }) => (
                <tr key={mentionId} className="border-line border-b align-top last:border-b-0">
                  <td dir="auto" className="py-2 pr-4 font-serif">
                    {excerpt}
                  </td>
                  <td className="py-2 pr-4 text-ink-soft">
                    <Said reading={before} />
                  </td>
                  <td className="py-2">
                    <Said reading={after} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
};

const Said = ({ reading }: { readonly reading: Pick<ReadingView, 'polarity' | 'aspects'> }) => {
  const r = useWords(readingWords);
  return (
    <>
      <span className="inline-flex items-center gap-1">
        <PolarityMark polarity={reading.polarity} />
        {r.polarities[reading.polarity]}
      </span>
      {reading.aspects.map(({ aspect, polarity }) => (
        <span key={aspect} className="flex items-center gap-1 text-small">
          {aspectName(aspect, r.aspects)}
          <PolarityMark polarity={polarity} />
          <span className="sr-only">({r.polarities[polarity]})</span>
        </span>
      ))}
    </>
  );
};
