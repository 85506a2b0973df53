import { useInBoth, useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import type { ImportReport } from '../views.ts';
import { words } from './words.ts';

const SHOWN = 50;

/** What a list holds, or what was taken of it; what is wrong, line by line. */
export const Report = ({
  report,
  isDone = false,
}: {
  readonly report: ImportReport;
  readonly isDone?: boolean;
}) => {
  const w = useWords(words);
  const times = useTimes();
  const figures = [
    [w.read, report.read],
    [isDone ? w.added : w.wouldAdd, report.added],
    [w.known, report.known],
    [w.refused, report.refused],
  ] as const;
  return (
    <section className="mt-6">
      <h2 className="font-semibold text-read">{isDone ? w.done : w.found}</h2>
      <dl className="mt-2 grid max-w-read grid-cols-2 gap-x-6 gap-y-2 tablet:grid-cols-4">
        {figures.map(([label, count]) => (
          <div key={label}>
            <dt className="text-ink-faint text-small">{label}</dt>
            <dd className="tabular font-medium text-lead">{times.number(count)}</dd>
          </div>
        ))}
      </dl>
      {report.refused > 0 && <p className="mt-2 max-w-read text-ink-soft">{w.refusedWhy}</p>}
      <Problems problems={report.problems} />
    </section>
  );
};

const Problems = ({ problems }: Pick<ImportReport, 'problems'>) => {
  const w = useWords(words);
  const times = useTimes();
  const inBoth = useInBoth();
  if (problems.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 font-medium">{w.problems}</h3>
      <p className="text-ink-soft text-small">{w.problemsLead}</p>
      <ul className="mt-2 flex max-h-80 flex-col gap-1 overflow-auto">
        {problems.slice(0, SHOWN).map(({ line, says }) => (
          <li key={`${line} ${says.it}`}>
            <span className="tabular font-medium">{w.line(times.number(line))}</span>{' '}
            <span className="text-ink-soft">{inBoth(says)}</span>
          </li>
        ))}
        {problems.length > SHOWN && (
          <li className="text-ink-faint">{w.more(times.number(problems.length - SHOWN))}</li>
        )}
      </ul>
    </>
  );
};
