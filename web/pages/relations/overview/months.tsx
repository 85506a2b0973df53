import { useWords } from '../../../app/language.tsx';
import { type Moment, OverTime } from '../../../components/over-time/over-time.tsx';
import { useFigures } from '../use-figures.ts';
import type { SnapshotView } from '../views.ts';
import { lastOfMonths } from './last-of-months.ts';
import { words } from './words.ts';

type Name = 'circlesReached' | 'withinTwoSteps' | 'ourEffectiveSize' | 'contacts';

/** How the web around us got denser: day by day as a line, month by month as a table. */
export const Months = ({ snapshots }: { readonly snapshots: readonly SnapshotView[] }) => {
  const w = useWords(words);
  const { whole, tenth, share, day, month } = useFigures();
  const momentOf =
    (label: (day: string) => string) =>
    (each: SnapshotView): Moment<Name> => ({ key: each.day, label: label(each.day), values: each });
  return (
    <OverTime<Name>
      title={w.months}
      measures={[
        { name: 'circlesReached', label: w.measures.circlesReached, format: whole },
        { name: 'withinTwoSteps', label: w.measures.withinTwoSteps, format: share },
        { name: 'ourEffectiveSize', label: w.measures.ourEffectiveSize, format: tenth },
        { name: 'contacts', label: w.measures.contacts, format: whole },
      ]}
      moments={snapshots.map(momentOf(day))}
      rows={lastOfMonths(snapshots).map(momentOf(month))}
    />
  );
};
