import { useLanguage, useWords } from '../../../app/language.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { Heard } from '../heard-list.tsx';
import { dayOf } from './day-of.ts';
import { type Change, type Step, useChange } from './use-timeline.ts';
import { words } from './words.ts';

type Props = { readonly from: string; readonly by: Step; readonly channel: string | undefined };

/** Which words grew in one span, and the voices that are most made of them. */
export const ChangeStory = ({ from, by, channel }: Props) => {
  const w = useWords(words);
  const { locale } = useLanguage();
  const change = useChange(from, by, channel);
  return (
    <section aria-live="polite" aria-label={w.changeTitle(dayOf(from, by, locale))} className="mt-4">
      <h3 className="mb-2 font-semibold">{w.changeTitle(dayOf(from, by, locale))}</h3>
      {change.isPending && <SkeletonRows rows={3} rowClassName="h-8" />}
      {change.isError && <ErrorNote error={change.error} onRetry={() => void change.refetch()} />}
      {change.data && <Told change={change.data} />}
    </section>
  );
};

const Told = ({ change }: { readonly change: Change }) => {
  const w = useWords(words);
  const { locale } = useLanguage();
  const whole = (value: number) => new Intl.NumberFormat(locale).format(value);
  const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <>
      <p className="mb-3 max-w-read text-ink-soft text-small">
        {w.grownNote(whole(change.texts), whole(change.textsBefore))}
      </p>
      {change.words.length === 0 ? (
        <p>{w.noGrown}</p>
      ) : (
        <table className="tabular mb-6 w-full max-w-xl">
          <caption className="sr-only">{w.grown}</caption>
          <thead className="text-ink-faint text-small">
            <tr className="border-line border-b text-left">
              <th scope="col" className="py-1.5 font-normal">
                {w.word}
              </th>
              {[w.now, w.before, w.force].map((label) => (
                <th key={label} scope="col" className="py-1.5 pl-3 text-right font-normal">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {change.words.map(({ word, now, before, z }) => (
              <tr key={word} className="border-line border-b last:border-b-0">
                <th scope="row" className="py-1.5 text-left font-medium">
                  {word}
                </th>
                <td className="py-1.5 pl-3 text-right">{whole(now)}</td>
                <td className="py-1.5 pl-3 text-right">{whole(before)}</td>
                <td className="py-1.5 pl-3 text-right">{tenth.format(z)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {change.mentions.length > 0 && <h4 className="mb-3 font-medium">{w.telling}</h4>}
      <ol className="flex flex-col">
        {change.mentions.map((mention) => (
          <li key={mention.id} className="border-line border-t py-4 first:border-t-0 first:pt-0">
            <Heard mention={{ ...mention, threadId: null }} />
          </li>
        ))}
      </ol>
    </>
  );
};
