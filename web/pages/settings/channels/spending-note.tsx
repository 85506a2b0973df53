import { useWords } from '../../../app/language.tsx';
import type { ConnectionView } from '../../../app/views.ts';
import { useMoney } from './money.ts';
import { words } from './spending-words.ts';

/** What a channel that takes money has cost this month, what it is expected to, and what going on would take. */
export const SpendingNote = ({
  spending,
}: {
  readonly spending: NonNullable<ConnectionView['spending']>;
}) => {
  const w = useWords(words);
  const money = useMoney(spending.currency);
  const { spent, budget, estimate, needed } = spending;
  return (
    <div className={`mt-4 rounded-md px-4 py-3 ${needed === undefined ? 'bg-sunk' : 'bg-warn-soft'}`}>
      <p className="tabular-nums">{w.month(money(spent), money(budget))}</p>
      <meter
        className="mt-1 w-full"
        min={0}
        max={Math.max(budget, 1)}
        value={Math.min(spent, budget)}
        aria-label={w.bar}
      />
      {estimate !== undefined && <p className="text-ink-soft">{w.estimate(money(estimate))}</p>}
      {needed !== undefined && <p className="mt-1 font-medium">{w.stopped(money(needed))}</p>}
    </div>
  );
};
