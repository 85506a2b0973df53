import { useInBoth, useWords } from '../../../app/language.tsx';
import { useFigures } from '../use-figures.ts';
import type { Alternative, TeamView } from '../views.ts';
import { words } from './words.ts';

const measures = ['people', 'hours', 'reach', 'reachPerHour', 'circles'] as const;
const ways = ['ours', 'biggest', 'oneByOne'] as const;

/** The same hours spent otherwise, side by side: whatever comes out. */
export const ComparisonTable = ({
  comparison,
}: {
  readonly comparison: NonNullable<TeamView['comparison']>;
}) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { tenth } = useFigures();
  const round = (way: Alternative, measure: (typeof measures)[number]): string => tenth(way[measure]);
  return (
    <div className="flex max-w-read flex-col gap-3">
      <p className="text-read">{inBoth(comparison.says)}</p>
      <table className="w-full text-body">
        <caption className="sr-only">{w.compare}</caption>
        <thead className="text-ink-faint text-small">
          <tr className="border-line border-b text-left align-bottom">
            <th scope="col" className="py-1.5 pr-2 font-normal">
              {w.measure}
            </th>
            {ways.map((way) => (
              <th key={way} scope="col" className="w-1/5 py-1.5 pl-2 text-right font-normal">
                {w[way]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr key={measure} className="border-line border-b last:border-b-0">
              <th scope="row" className="py-1.5 pr-2 text-left font-normal">
                {w.measures[measure]}
              </th>
              {ways.map((way) => (
                <td key={way} className={`py-1.5 pl-2 text-right ${way === 'ours' ? 'font-medium' : ''}`}>
                  {round(comparison[way], measure)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-ink-soft text-small">{w.compareLead}</p>
    </div>
  );
};
