import { buttonLook } from '../../components/button/button-look.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Skeleton, SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { dayLook } from '../../pages/today/day-look.ts';
import { words } from '../../pages/today/words.ts';
import { useWords } from '../language.tsx';

/** Numbers that stand where the day's own will stand; public/first-day.js puts those there. */
const many = { people: 1111, minutes: 2222 } as const;

/**
 * The day as public/first-day.js writes it while the app's code is on its way: the greeting, whom to speak with and
 * what they said, in the page's own words and measures. Whatever can be pressed is still only a shape.
 */
export const FirstDayLook = () => {
  const w = useWords(words);
  const leads = {
    people: [w.people(1, 1), w.people(1, many.minutes), w.people(many.people, many.minutes)],
    waiting: [w.waiting(0), w.waiting(1), w.waiting(many.people)],
  };
  return (
    <div data-first-day hidden className={dayLook.page}>
      <header className={dayLook.header}>
        {/* biome-ignore lint/a11y/useHeadingContent: first-day.js writes the greeting; until then it is hidden, and always inert */}
        <h1
          data-slot="greeting"
          data-words={JSON.stringify([w.goodMorning('#'), w.goodAfternoon('#'), w.goodEvening('#')])}
          className={dayLook.greeting}
        />
        <p data-slot="lead" data-words={JSON.stringify(leads)} className={dayLook.lead} />
      </header>
      <div data-slot="waiting">
        <SkeletonRows rows={4} rowClassName="h-40" />
      </div>
      <ol data-slot="people" hidden className={dayLook.people}>
        <NoteLook />
      </ol>
      <div data-slot="empty" hidden>
        <EmptyState
          title={w.emptyTitle}
          action={<span className={buttonLook('primary')}>{w.emptyAction}</span>}
          example={{ text: w.emptyExample, from: w.emptyExampleFrom }}
        >
          <p>{w.emptyText}</p>
        </EmptyState>
      </div>
    </div>
  );
};

/** One of the people, before it is known whom: first-day.js makes one of it for each. */
const NoteLook = () => {
  const w = useWords(words);
  return (
    <li className={dayLook.person}>
      <div className={dayLook.note}>
        <Skeleton className="size-12 shrink-0 rounded-full" />
        <div className={dayLook.told}>
          <p className={dayLook.who}>
            <bdi data-slot="name" className={dayLook.name} />
            <bdi data-slot="from" />
            <span data-slot="minutes" data-words={JSON.stringify([w.minutes(1), w.minutes(many.minutes)])} />
          </p>
          <p data-slot="said" dir="auto" className={dayLook.said} />
          <p data-slot="why" className={dayLook.why} />
          <p data-slot="manner" data-words={JSON.stringify([w.by('#')])} className={dayLook.manner} />
          <div className={dayLook.acts}>
            <Skeleton className="h-control w-32 rounded-md" />
          </div>
        </div>
      </div>
    </li>
  );
};
