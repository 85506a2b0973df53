import { useWords } from '../../../app/language.tsx';
import { type Moment, OverTime } from '../../../components/over-time/over-time.tsx';
import { useFigures } from '../use-figures.ts';
import type { MonthView } from '../views.ts';
import { useFollowed } from './use-fields.ts';
import { words } from './words.ts';

type Name = Exclude<keyof MonthView, 'month'>;

/** Month by month: what we said to the team, what came back, how the web got denser. */
export const Follow = ({ fieldId }: { readonly fieldId: string }) => {
  const w = useWords(words);
  const { whole, tenth, share, month } = useFigures();
  const { data } = useFollowed(fieldId);
  if (!data) return null;
  if (data.months.length === 0) return <p className="text-ink-soft text-read">{w.followEmpty}</p>;
  const moments = data.months.map(
    (each): Moment<Name> => ({ key: each.month, label: month(each.month), values: each }),
  );
  return (
    <OverTime<Name>
      title={w.follow}
      measures={[
        { name: 'said', label: w.followed.said, format: whole },
        { name: 'cameBack', label: w.followed.cameBack, format: whole },
        { name: 'spokeWith', label: w.followed.spokeWith, format: whole },
        { name: 'effectiveSize', label: w.followed.effectiveSize, format: tenth },
        { name: 'circlesReached', label: w.followed.circlesReached, format: whole },
        { name: 'withinTwoSteps', label: w.followed.withinTwoSteps, format: share },
      ]}
      moments={moments}
      rows={moments.toReversed()}
    />
  );
};
