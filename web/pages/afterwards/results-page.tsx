import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Page, Section } from '../../components/page/page.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { Select } from '../../components/select/select.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { words } from './results-words.ts';
import { choicesOf, sayAnswer } from './say-answer.ts';
import { type Results, type Share, useAskingSettings, useResults } from './use-afterwards.ts';
import { words as roomWords } from './words.ts';

type Days = '90' | '365' | '1096';
/** Under this many the margin says nearly nothing. */
const FEW = 12;

/** What came back from asking how it went: how many answered, what they said, who was not asked and why. */
export const ResultsPage = () => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const [days, setDays] = useState<Days>('365');
  const { data, error, isPending, refetch } = useResults(days);
  const isEmpty = data && data.questions.length === 0 && Object.keys(data.passedOver).length === 0;
  return (
    <Page
      title={r.title}
      lead={r.lead}
      actions={
        <Select<Days>
          label={w.period}
          isLabelHidden
          className="w-48"
          value={days}
          onChange={setDays}
          choices={(['90', '365', '1096'] as const).map((value) => ({ value, label: w.periods[value] }))}
        />
      }
    >
      {isPending && <SkeletonRows rows={4} rowClassName="h-16" />}
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {isEmpty && <Nothing />}
      {data && !isEmpty && (
        <>
          {data.questions.map((one) => (
            <QuestionPart key={one.question} one={one} />
          ))}
          <Teams teams={data.teams} />
          <Passed passedOver={data.passedOver} />
          <Latest answers={data.answers} />
        </>
      )}
    </Page>
  );
};

const Nothing = () => {
  const w = useWords(words);
  const may = useMay();
  const { slug } = useWorkspace();
  const { data } = useAskingSettings();
  return (
    <EmptyState
      title={w.none}
      {...(may('askings.manage')
        ? {
            action: (
              <LinkButton to="/$slug/impostazioni/com-e-andata" params={{ slug }} weight="primary">
                {w.setUp}
              </LinkButton>
            ),
          }
        : {})}
    >
      <p>{w.noneHelp}</p>
      {data && !data.isOn && <p>{w.off}</p>}
    </EmptyState>
  );
};

const usePercent = () => {
  const { locale } = useLanguage();
  return (value: number) => value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });
};

const QuestionPart = ({ one }: { readonly one: Results['questions'][number] }) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const percent = usePercent();
  const { question, asked, answered, good } = one;
  const between = w.interval(percent(good.low), percent(good.high));
  return (
    <Section title={question === 'how' ? w.how : w.solved}>
      <p className="text-read">
        {w.says(asked, answered.count, percent(answered.share ?? 0))}{' '}
        {good.of > 0 &&
          (question === 'how'
            ? w.saysHow(good.count, good.of, between)
            : w.saysSolved(good.count, good.of, between))}
      </p>
      <p className="mt-1 text-ink-soft">
        {good.of < FEW && `${w.few} `}
        {w.silent} {one.inWords > 0 && w.inWords(one.inWords)}
      </p>
      {one.choices.map(({ scale, counts }) => (
        <table key={scale} className="tabular mt-4 w-full text-body">
          <caption className="sr-only">{question === 'how' ? w.how : w.solved}</caption>
          <thead className="text-left text-ink-faint text-small">
            <tr className="border-line border-b">
              <th scope="col" className="py-1 font-normal">
                {w.choice}
              </th>
              <td />
              <th scope="col" className="py-1 text-right font-normal">
                {w.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {choicesOf(r, { question, scale })
              .map((label, index) => ({ label, count: counts[index] ?? 0 }))
              .reverse()
              .map(({ label, count }) => (
                <tr key={label} className="border-line border-b last:border-b-0">
                  <th scope="row" className="w-1/3 py-1.5 pr-3 text-left font-normal first-letter:uppercase">
                    {label}
                  </th>
                  <td className="py-1.5">
                    <span
                      aria-hidden
                      className="block h-3 rounded-sm bg-accent"
                      style={{ inlineSize: `${(100 * count) / Math.max(1, ...counts)}%` }}
                    />
                  </td>
                  <td className="w-16 py-1.5 text-right">{count}</td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </Section>
  );
};

const Teams = ({ teams }: Pick<Results, 'teams'>) => {
  const w = useWords(words);
  const percent = usePercent();
  if (teams.length === 0) return null;
  const share = ({ share: value, count, of }: Share) =>
    value === null ? '—' : `${percent(value)} (${count}/${of})`;
  return (
    <Section title={w.teams} lead={w.teamsHelp}>
      <table className="tabular w-full">
        <thead className="text-left text-ink-faint text-small">
          <tr className="border-line border-b">
            {[w.team, w.answered, w.good].map((label) => (
              <th key={label} scope="col" className="py-1 pr-3 font-normal">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {teams.map(({ teamId, name, answered, good }) => (
            <tr key={teamId} className="border-line border-b last:border-b-0">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                {name}
              </th>
              <td className="py-1.5 pr-3">{share(answered)}</td>
              <td className="py-1.5">{share(good)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
};

const Passed = ({ passedOver }: Pick<Results, 'passedOver'>) => {
  const w = useWords(words);
  const reasons = Object.entries(w.reasons).filter(([reason]) => (passedOver[reason] ?? 0) > 0);
  if (reasons.length === 0) return null;
  return (
    <Section title={w.passed} lead={w.passedHelp}>
      <ul className="flex flex-col">
        {reasons.map(([reason, label]) => (
          <li key={reason} className="flex justify-between gap-4 border-line border-b py-1.5 last:border-b-0">
            <span className="inline-block first-letter:uppercase">{label}</span>
            <span className="tabular">{passedOver[reason]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Latest = ({ answers }: Pick<Results, 'answers'>) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const { slug } = useWorkspace();
  if (answers.length === 0) return null;
  return (
    <Section title={w.latest}>
      <ul className="flex flex-col">
        {answers.map((answer) => {
          const said = (
            <>
              <span className="flex flex-wrap items-baseline gap-x-2">
                <span className="inline-block font-medium first-letter:uppercase">
                  {sayAnswer(r, answer)}
                </span>
                <span className="min-w-0 truncate text-ink-soft text-small">
                  <bdi>{answer.authorName ?? w.gone}</bdi>
                </span>
                <span className="text-ink-faint text-small">
                  <RelativeTime at={answer.answeredAt} />
                </span>
              </span>
              {answer.words && (
                <span dir="auto" className="letter mt-0.5 line-clamp-3 block">
                  {answer.words}
                </span>
              )}
            </>
          );
          return (
            <li key={answer.id} className="border-line border-b py-2 last:border-b-0">
              {answer.threadId ? (
                <Link
                  to="/$slug/conversazioni/$threadId"
                  params={{ slug, threadId: answer.threadId }}
                  className="-mx-2 block rounded-md px-2 py-1 text-ink no-underline hover:bg-sunk"
                >
                  {said}
                </Link>
              ) : (
                <div className="py-1">{said}</div>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
};
