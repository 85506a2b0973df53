import type { ReactNode } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useFigures } from '../use-figures.ts';
import type { OverviewView, SnapshotView } from '../views.ts';
import { words } from './words.ts';

const BEFORE_DAYS = 28;

/** The figures of four weeks ago, or of the oldest day known when it is at least a week old. */
const earlier = (snapshots: readonly SnapshotView[]): SnapshotView | undefined => {
  const last = snapshots.at(-1);
  if (!last) return undefined;
  const age = ({ day }: SnapshotView): number => (Date.parse(last.day) - Date.parse(day)) / 86_400_000;
  return snapshots.findLast((each) => age(each) >= BEFORE_DAYS) ?? snapshots.find((each) => age(each) >= 7);
};

/** Our web in four sentences, each with what its figure means. */
export const Facts = ({ view }: { readonly view: OverviewView }) => {
  const w = useWords(words);
  const { whole, tenth, share, day } = useFigures();
  const now = view.snapshots.at(-1);
  const before = earlier(view.snapshots);
  const was = (value: string | undefined) => before && value && w.was(value, day(before.day));
  return (
    <ul className="grid gap-x-10 tablet:grid-cols-2">
      <Fact
        says={w.people(whole(view.contacts), whole(view.interactions))}
        why={w.peopleWhy}
        was={was(before && whole(before.contacts))}
      />
      {now && (
        <Fact
          says={
            view.circles === 0
              ? w.noCircles
              : w.circles(now.circlesReached, whole(now.circlesReached), whole(view.circles))
          }
          why={w.circlesWhy}
          was={was(before && whole(before.circlesReached))}
        />
      )}
      <Fact
        says={w.near(share(view.withinTwoSteps))}
        why={w.nearWhy}
        was={before && w.wasShare(share(before.withinTwoSteps), day(before.day))}
      />
      <Fact
        says={w.voices(tenth(view.ourEffectiveSize))}
        why={w.voicesWhy(now?.ourTies ?? 0, whole(now?.ourTies ?? 0))}
        was={was(before && tenth(before.ourEffectiveSize))}
      />
    </ul>
  );
};

type FactProps = { readonly says: string; readonly why: string; readonly was: ReactNode };

const Fact = ({ says, why, was }: FactProps) => (
  <li className="border-line border-b py-5">
    <p className="tabular font-medium text-lead">{says}</p>
    <p className="mt-1 text-ink-soft">{why}</p>
    {was && <p className="tabular mt-1 text-ink-faint text-small">{was}</p>}
  </li>
);
