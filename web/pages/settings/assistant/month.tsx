import type { AssistantState } from '../../../app/assistant.ts';
import { currentLanguage, useWords } from '../../../app/language.tsx';
import { words } from './words.ts';

type MonthProps = {
  readonly month: NonNullable<AssistantState['month']>;
  readonly cap: number | null;
  readonly restingUntil: string | null;
};

const euro = (value: number): string =>
  value.toLocaleString(currentLanguage(), {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: value !== 0 && value < 0.01 ? 6 : 2,
  });

const count = (value: number): string => value.toLocaleString(currentLanguage());

const hour = (moment: string): string =>
  new Date(moment).toLocaleTimeString(currentLanguage(), { hour: '2-digit', minute: '2-digit' });

/** How much the model was asked this month, and what it came to. */
export const Month = ({ month, cap, restingUntil }: MonthProps) => {
  const w = useWords(words);
  const rows = [
    [w.cost, cap === null ? euro(month.cost) : w.ofCap(euro(month.cost), euro(cap))],
    [w.calls, count(month.calls)],
    [w.failures, count(month.failures)],
    [w.tokensIn, count(month.tokensIn)],
    [w.tokensOut, count(month.tokensOut)],
  ] as const;
  return (
    <>
      {restingUntil && <p className="mb-3 text-warn">{w.resting(hour(restingUntil))}</p>}
      <table className="w-full max-w-md">
        <caption className="sr-only">{w.month}</caption>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name} className="border-line border-b last:border-b-0">
              <th scope="row" className="py-2 pr-4 text-left font-normal text-ink-soft">
                {name}
              </th>
              <td className="py-2 text-right tabular-nums">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
