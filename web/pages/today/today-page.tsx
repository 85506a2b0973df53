import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/language.tsx';
import { useMay, useMe, useWorkspace } from '../../app/session.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { useTitle } from '../../components/page/page.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { TodayAfterwards } from '../afterwards/today-afterwards.tsx';
import { ApprovalsLine } from '../approvals/approvals-strip.tsx';
import { firstName } from '../conversations/use-members.ts';
import { Calls } from './calls.tsx';
import { DailyPeople } from './daily-people.tsx';
import { type Daily, dailyQuery } from './daily-query.ts';
import { dayLook } from './day-look.ts';
import { Ending, Failed, Rest, Waiting, Yesterday } from './rest-of-day.tsx';
import { type Today, todayQuery } from './today-query.ts';
import { words } from './words.ts';

const often = { refetchInterval: 5 * 60_000 };

/** The first screen of the day: whom to speak with, and why. It ends. */
export const TodayPage = () => {
  const w = useWords(words);
  useTitle(w.title);
  const { id } = useWorkspace();
  const knowsPeople = useMay()('relations.read');
  const today = useQuery({ ...todayQuery(id), ...often });
  const daily = useQuery({ ...dailyQuery(id), ...often, enabled: knowsPeople });
  const isPending = today.isPending || (knowsPeople && daily.isPending);
  const people = daily.data?.people ?? [];
  return (
    <div className={dayLook.page}>
      <header className={dayLook.header}>
        <h1 className={dayLook.greeting}>
          <Greeting />
        </h1>
        <p className={dayLook.lead}>
          {!isPending && today.data && <Lead today={today.data} daily={daily.data} />}
        </p>
      </header>
      {isPending && <SkeletonRows rows={4} rowClassName="h-40" />}
      {today.error && !today.data && <ErrorNote error={today.error} onRetry={() => void today.refetch()} />}
      {daily.error && !daily.data && (
        <ErrorNote error={daily.error} onRetry={() => void daily.refetch()} className="mb-6" />
      )}
      {!isPending && today.data && <ApprovalsLine counts={today.data.approvals} className="mb-6" />}
      {!isPending && today.data && (
        <Day today={today.data} people={people} yesterday={daily.data?.yesterday ?? []} />
      )}
    </div>
  );
};

const Greeting = () => {
  const w = useWords(words);
  const { person } = useMe();
  // By the person's own time zone, as the server reckons it: a date formatter for this alone would hold up the first screen.
  const hour = new Date(Date.now() + person.minutesAhead * 60_000).getUTCHours();
  const name = firstName(person.name);
  return <>{hour < 13 ? w.goodMorning(name) : hour < 18 ? w.goodAfternoon(name) : w.goodEvening(name)}</>;
};

/** How many, how long, and whether something went wrong. */
const Lead = ({ today, daily }: { readonly today: Today; readonly daily: Daily | undefined }) => {
  const w = useWords(words);
  const people = daily?.people ?? [];
  const minutes = people.reduce((sum, person) => sum + person.minutes, 0);
  return (
    <>
      {people.length > 0 ? w.people(people.length, minutes) : w.waiting(today.counts.waiting)}
      {today.failed.length > 0 && (
        <>
          {' '}
          <a href="#failed" className="link text-bad!">
            {w.failedLead(today.failed.length)}
          </a>
        </>
      )}
    </>
  );
};

type DayProps = {
  readonly today: Today;
  readonly people: Daily['people'];
  readonly yesterday: Daily['yesterday'];
};

const Day = ({ today, people, yesterday }: DayProps) => {
  const w = useWords(words);
  const nothingEver =
    today.counts.open === 0 &&
    today.waiting.length === 0 &&
    today.receivedYesterday === 0 &&
    people.length === 0 &&
    yesterday.length === 0;
  if (nothingEver && today.failed.length === 0) return <Beginning />;
  const onCards = new Set(people.flatMap(({ threadId }) => threadId ?? []));
  const waiting = today.waiting.filter(({ id }) => !onCards.has(id));
  const left = today.counts.waiting - (today.waiting.length - waiting.length);
  return (
    <>
      <DailyPeople people={people} />
      <Calls calls={today.calls} />
      <Yesterday yesterday={yesterday} />
      <Failed failed={today.failed} />
      <Ending ending={today.ending} />
      <Waiting waiting={waiting} count={left} isAlone={people.length === 0} />
      <TodayAfterwards />
      <Rest today={today} />
      <p className="mt-10 text-center font-serif text-ink-soft text-lead italic">{w.enough}</p>
    </>
  );
};

const Beginning = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  return (
    <EmptyState
      title={w.emptyTitle}
      action={
        <LinkButton to="/$slug/impostazioni/canali" params={{ slug }} weight="primary">
          {w.emptyAction}
        </LinkButton>
      }
      example={{ text: w.emptyExample, from: w.emptyExampleFrom }}
    >
      <p>{w.emptyText}</p>
    </EmptyState>
  );
};
