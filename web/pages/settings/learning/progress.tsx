import { useLanguage, useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { useLearning } from './use-learning.ts';
import type { Figures, LearningView } from './views.ts';
import { words } from './words.ts';

/** What was learned, in a sentence, and in a table for who wants the figures. */
export const Progress = () => {
  const w = useWords(words);
  const times = useTimes();
  const { data, error, isPending, refetch } = useLearning();
  if (isPending) return <SkeletonRows rows={2} rowClassName="h-12" />;
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  const { corrections, figures, layer, rereading } = data;
  return (
    <div className="flex max-w-read flex-col gap-3 text-read">
      <p>{corrections.active === 0 ? w.noneYet : w.corrections(corrections.active)}</p>
      {figures ? (
        <Told figures={figures} />
      ) : (
        <p className="text-ink-soft">{w.tooFew(corrections.heldBack)}</p>
      )}
      {figures && <FiguresTable figures={figures} />}
      {rereading && rereading.done < rereading.total && (
        <p role="status" className="text-ink-soft">
          {w.rereading(times.number(rereading.done), times.number(rereading.total))}
        </p>
      )}
      {layer && (
        <p className="text-ink-faint text-small">
          {w.learned(times.ago(layer.learnedAt), times.number(Math.round(layer.milliseconds)))}
        </p>
      )}
    </div>
  );
};

type Measured = NonNullable<LearningView['figures']>;

const useShare = () => {
  const w = useWords(words);
  const { locale } = useLanguage();
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (share: number | null) => (share === null ? w.unknown : format.format(share));
};

const Told = ({ figures: { count, before, after } }: { readonly figures: Measured }) => {
  const w = useWords(words);
  const share = useShare();
  const [was, is] = [share(before.agreement), share(after.agreement)];
  return <p>{was === is ? w.same(count, is) : w.better(count, was, is)}</p>;
};

const measures = ['agreement', 'polarityF1', 'complaintF1', 'intentsF1'] as const satisfies (keyof Figures)[];

const FiguresTable = ({ figures }: { readonly figures: Measured }) => {
  const w = useWords(words);
  const share = useShare();
  return (
    <table className="w-full max-w-md text-body">
      <caption className="sr-only">{w.table}</caption>
      <thead className="text-ink-faint text-small">
        <tr className="border-line border-b text-left">
          <th scope="col" className="py-1.5 pr-4 font-normal">
            {w.measure}
          </th>
          <th scope="col" className="w-20 py-1.5 text-right font-normal">
            {w.before}
          </th>
          <th scope="col" className="w-20 py-1.5 text-right font-normal">
            {w.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={measure} className="border-line border-b last:border-b-0">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal">
              {w.figures[measure]}
            </th>
            <td className="py-1.5 text-right text-ink-soft">{share(figures.before[measure])}</td>
            <td className="py-1.5 text-right font-medium">{share(figures.after[measure])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
