import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import type { LeftOut, Look } from './views.ts';
import { words } from './words.ts';

/** Figures beside each other, each under what it counts. */
export const Figures = ({ figures }: { readonly figures: readonly (readonly [string, number])[] }) => {
  const times = useTimes();
  return (
    <dl className="grid max-w-read grid-cols-2 gap-x-6 gap-y-2 tablet:grid-cols-4">
      {figures.map(([label, count]) => (
        <div key={label}>
          <dt className="text-ink-faint text-small">{label}</dt>
          <dd className="tabular font-medium text-lead">{times.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** The first rows as they would come in. */
export const Examples = ({ examples }: Pick<Look, 'examples'>) => {
  const w = useWords(words);
  const times = useTimes();
  return (
    <ul className="mt-3 flex flex-col gap-4">
      {examples.map(({ file, line, author, title, text, saidAt, ours, rating }) => (
        <li key={`${file} ${line} ${text}`} className="border-line border-l-2 pl-3">
          <p className="flex flex-wrap gap-x-2 text-ink-faint text-small">
            <bdi className="font-semibold text-ink">{author || '–'}</bdi>
            {ours && <span>{w.ourWords}</span>}
            {rating && <span>{w.stars(times.number(rating.value), times.number(rating.best))}</span>}
            {saidAt && <time dateTime={saidAt}>{times.full(saidAt)}</time>}
            <span className="tabular">{w.line(times.number(line))}</span>
          </p>
          {title && <p className="font-semibold font-serif">{title}</p>}
          <p className="line-clamp-4 whitespace-pre-line font-serif">{text}</p>
        </li>
      ))}
    </ul>
  );
};

/** Rows that were left out, each with its reason. */
export const LeftOutRows = ({ troubles }: { readonly troubles: readonly LeftOut[] }) => {
  const w = useWords(words);
  const times = useTimes();
  if (troubles.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 font-medium">{w.leftOut}</h3>
      <p className="text-ink-soft text-small">{w.leftOutHelp}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keys */}
      <ul tabIndex={0} aria-label={w.leftOut} className="mt-2 flex max-h-72 flex-col gap-1 overflow-auto">
        {troubles.map(({ file, line, trouble }) => (
          <li key={`${file} ${line}`}>
            {file && <bdi className="text-ink-faint">{file} </bdi>}
            <span className="tabular font-medium">{w.line(times.number(line))}</span>{' '}
            <span className="text-ink-soft">{w.troubles[trouble]}</span>
          </li>
        ))}
      </ul>
    </>
  );
};
