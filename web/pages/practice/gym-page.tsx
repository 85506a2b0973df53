import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useInBoth, useLanguage, useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { useTimes } from '../../app/times.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Page, Section } from '../../components/page/page.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { Select } from '../../components/select/select.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import {
  type Criterion,
  type Gym,
  type Listed,
  type Scenario,
  useGym,
  usePracticeChange,
} from './use-practice.ts';
import { words } from './words.ts';

/** Where one practises: stories to answer, what one did, and how one is getting on. */
export const GymPage = () => {
  const w = useWords(words);
  const { data, error, isPending, refetch } = useGym();
  return (
    <Page title={w.title} lead={w.lead}>
      {isPending && <SkeletonRows rows={5} rowClassName="h-20" />}
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data && <Rooms gym={data} />}
    </Page>
  );
};

const Rooms = ({ gym }: { readonly gym: Gym }) => {
  const w = useWords(words);
  return (
    <>
      <p className="mb-6 max-w-read text-ink-soft text-small">
        {w.invented} {w.private}
      </p>
      <Mine gym={gym} />
      <Stories gym={gym} />
      {gym.overseen && <Overseen overseen={gym.overseen} scenarios={gym.scenarios} />}
    </>
  );
};

const Mine = ({ gym: { attempts, progress, scenarios } }: { readonly gym: Gym }) => {
  const w = useWords(words);
  const times = useTimes();
  const say = (some: readonly Criterion[]) => times.list(some.map((one) => w.names[one]));
  return (
    <Section title={w.mine}>
      {attempts.length === 0 && <p className="text-ink-soft">{w.noneYet}</p>}
      {progress && (
        <div className="mb-4 flex flex-col gap-1 text-read">
          {progress.learnt.length > 0 && <p>{w.learnt(say(progress.learnt))}</p>}
          {progress.next.length > 0 ? <p>{w.next(say(progress.next))}</p> : <p>{w.fine}</p>}
          {progress.steady.length > 0 && progress.steady.length < 12 && (
            <p className="text-ink-soft text-small">{w.steady(say(progress.steady))}</p>
          )}
        </div>
      )}
      <Attempts attempts={attempts.slice(0, 8)} scenarios={scenarios} />
    </Section>
  );
};

type AttemptsProps = {
  readonly attempts: readonly (Listed & { readonly byName?: string })[];
  readonly scenarios: readonly Scenario[];
};

const Attempts = ({ attempts, scenarios }: AttemptsProps) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { slug } = useWorkspace();
  const titles = new Map(scenarios.map(({ id, title }) => [id, inBoth(title)]));
  return (
    <ul className="flex flex-col">
      {attempts.map(({ id, scenarioId, ending, startedAt, byName }) => {
        const title = titles.get(scenarioId) ?? scenarioId;
        return (
          <li key={id} className="border-line border-b last:border-b-0">
            <Link
              to="/$slug/cura/palestra/$attemptId"
              params={{ slug, attemptId: id }}
              className="-mx-2 flex min-h-control flex-wrap items-baseline gap-x-3 rounded-md px-2 py-2 text-ink no-underline hover:bg-sunk"
            >
              <span className="min-w-0 flex-1 basis-52 font-medium">
                {byName ? w.sharedBy(byName, title) : title}
              </span>
              <span className="text-ink-soft text-small">{ending ? w.endings[ending] : w.open}</span>
              <span className="text-ink-faint text-small">
                <RelativeTime at={startedAt} />
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
};

const ALL = 'all';

const Stories = ({ gym: { scenarios, attempts } }: { readonly gym: Gym }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { slug } = useWorkspace();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const begin = usePracticeChange<{ readonly id: string }>();
  const [sector, setSector] = useState<string>(ALL);
  const shown = scenarios.filter((one) => sector === ALL || one.sector === sector);
  const tried = new Set(attempts.map(({ scenarioId }) => scenarioId));
  const start = (scenarioId: string) =>
    begin.mutate(
      { method: 'POST', path: [], body: { scenarioId, language } },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/$slug/cura/palestra/$attemptId', params: { slug, attemptId: id } }),
      },
    );
  return (
    <Section
      title={w.stories}
      actions={
        <Select
          label={w.sector}
          isLabelHidden
          className="w-48"
          value={sector}
          onChange={setSector}
          choices={[
            { value: ALL, label: w.all },
            ...Object.entries(w.sectors).map(([value, label]) => ({ value, label })),
          ]}
        />
      }
    >
      {begin.error && <ErrorNote error={begin.error} />}
      <ul className="grid gap-3 tablet:grid-cols-2">
        {shown.map(({ id, title, said, sector: kind, place, gravity }) => (
          <li key={id} className="flex flex-col rounded-lg border border-line bg-sheet p-4">
            <h3 className="font-medium text-read">{inBoth(title)}</h3>
            <p className="text-ink-soft text-small">
              {w.sectors[kind]} · {w.places[place]} · {w.gravities[gravity]}
            </p>
            <p className="letter mt-2 mb-3 line-clamp-3 flex-1">{inBoth(said)}</p>
            <div>
              <Button size="small" isPending={begin.isPending} onPress={() => start(id)}>
                {tried.has(id) ? w.again : w.begin}
                <span className="sr-only">: {inBoth(title)}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};

type OverseenProps = {
  readonly overseen: NonNullable<Gym['overseen']>;
  readonly scenarios: readonly Scenario[];
};

const Overseen = ({ overseen, scenarios }: OverseenProps) => {
  const w = useWords(words);
  const times = useTimes();
  if (overseen.done.length === 0) return null;
  return (
    <Section title={w.overseen} lead={w.overseenHelp}>
      <ul className="flex flex-col gap-1">
        {overseen.done.map(({ name, finished, lastAt }) => (
          <li key={name}>{w.done(name, finished, times.ago(lastAt))}</li>
        ))}
      </ul>
      {overseen.shared.length > 0 && (
        <>
          <h3 className="mt-4 font-medium text-ink-soft text-small">{w.shared}</h3>
          <Attempts attempts={overseen.shared} scenarios={scenarios} />
        </>
      )}
    </Section>
  );
};
