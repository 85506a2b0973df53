import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, inWorkspace, query } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { useChannelName } from '../../components/channel-icon/channel-icon.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Page, Section } from '../../components/page/page.tsx';
import { Select } from '../../components/select/select.tsx';
import { ShareBars } from '../../components/share-bars/share-bars.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { words } from './figures-words.ts';

type Share = {
  readonly count: number;
  readonly of: number;
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
};
type Times = {
  readonly count: number;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
};
type Group = { readonly key: string; readonly complaints: number; readonly solved: Share };
type Figures = {
  readonly whole: {
    readonly complaints: number;
    readonly undone: number;
    readonly costCents: number;
    readonly rate: Share;
    readonly answered: Share;
    readonly answerTimes: Times;
    readonly solved: Share;
    readonly solveTimes: Times;
    readonly atFirstContact: Share;
    readonly confirmed: Share;
    readonly reopened: Share;
    readonly praised: Share;
  };
  readonly months: readonly {
    readonly month: string;
    readonly complaints: number;
    readonly answered: number;
    readonly solved: number;
  }[];
  readonly causes: readonly (Group & { readonly name: string | null })[];
  readonly products: readonly Group[];
  readonly channels: readonly Group[];
};
type Days = '90' | '365' | '1096';

/** What the cases come to, each figure with its margin and the sentence that says what it means. */
export const FiguresPage = () => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const [days, setDays] = useState<Days>('365');
  const figures = useQuery({
    queryKey: [...keys.care(id), 'figures', days],
    queryFn: ({ signal }) =>
      call<Figures>('GET', inWorkspace(id, 'care', 'figures') + query({ days }), undefined, signal),
  });
  return (
    <Page
      title={w.title}
      lead={w.lead}
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
      {figures.isPending && <SkeletonRows rows={4} rowClassName="h-16" />}
      {figures.isError && <ErrorNote error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.data?.whole.complaints === 0 && <p className="text-ink-soft">{w.none}</p>}
      {figures.data && figures.data.whole.complaints > 0 && <Whole figures={figures.data} />}
    </Page>
  );
};

/** Numbers and spans of time as this person reads them. */
const useSaying = () => {
  const w = useWords(words);
  const { locale } = useLanguage();
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 1 });
  const percent = (value: number) =>
    value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });
  const span = (hours: number) => (hours < 48 ? w.hours(number(hours)) : w.days(number(hours / 24)));
  const month = (text: string) =>
    new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${text}-15T12:00:00Z`),
    );
  return { w, locale, number, percent, span, month };
};

/** Under this many the margin says nearly nothing. */
const FEW = 12;

const Whole = ({ figures }: { readonly figures: Figures }) => {
  const { w, locale, number, percent, span } = useSaying();
  const { whole } = figures;
  const rate = number(100 * (whole.rate.share ?? 0));
  const [answer, solve] = [whole.answerTimes.median, whole.solveTimes.median];
  return (
    <>
      <p className="text-read">
        {w.says(
          whole.complaints,
          rate,
          w.of(whole.answered.count, whole.answered.of),
          w.of(whole.solved.count, whole.solved.of),
        )}{' '}
        {answer !== null &&
          (solve === null ? w.saysAnswer(span(answer)) : w.saysTimes(span(answer), span(solve)))}{' '}
        {whole.complaints < FEW && <span className="text-ink-soft">{w.unsure}</span>}
      </p>
      <FigureTable whole={whole} rate={rate} percent={percent} />
      <p className="mt-2 text-ink-soft text-small">
        {w.method} {whole.undone > 0 && w.undone(whole.undone)}{' '}
        {whole.costCents > 0 &&
          w.cost((whole.costCents / 100).toLocaleString(locale, { style: 'currency', currency: 'EUR' }))}
      </p>
      <Months months={figures.months} />
      <Pareto figures={figures} />
      <Groups figures={figures} />
    </>
  );
};

type TableProps = {
  readonly whole: Figures['whole'];
  readonly rate: string;
  readonly percent: (value: number) => string;
};

const FigureTable = ({ whole, rate, percent }: TableProps) => {
  const { w, number, span } = useSaying();
  const share = (one: Share) => ({
    value: one.share === null ? '—' : `${percent(one.share)} (${w.of(one.count, one.of)})`,
    interval: one.share === null ? '—' : w.between(percent(one.low), percent(one.high)),
  });
  const times = (one: Times) => ({
    value: one.median === null ? '—' : `${span(one.median)} (${w.median})`,
    interval: one.low === null || one.high === null ? '—' : w.between(span(one.low), span(one.high)),
  });
  const ofRate = {
    value: rate,
    interval: w.between(number(100 * whole.rate.low), number(100 * whole.rate.high)),
  };
  const rows = [
    ['rate', ofRate],
    ['answered', share(whole.answered)],
    ['answerTimes', times(whole.answerTimes)],
    ['solved', share(whole.solved)],
    ['solveTimes', times(whole.solveTimes)],
    ['atFirstContact', share(whole.atFirstContact)],
    ['confirmed', share(whole.confirmed)],
    ['reopened', share(whole.reopened)],
    ['praised', share(whole.praised)],
  ] as const;
  return (
    <table className="tabular mt-6 w-full text-body">
      <thead className="text-left text-ink-soft text-small">
        <tr className="border-line border-b">
          <th scope="col" className="py-1.5 font-normal">
            {w.figure}
          </th>
          <th scope="col" className="py-1.5 font-normal">
            {w.value}
          </th>
          <th scope="col" className="py-1.5 font-normal">
            {w.interval}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, { value, interval }]) => (
          <tr key={name} className="border-line border-b align-top last:border-b-0">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              {w.rows[name]}
            </th>
            <td className="py-1.5 pr-3 font-medium">{value}</td>
            <td className="py-1.5 text-ink-soft">{interval}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Months = ({ months }: { readonly months: Figures['months'] }) => {
  const { w, month } = useSaying();
  const most = [...months].sort((a, b) => b.complaints - a.complaints)[0];
  return (
    <Section title={w.months}>
      {most && <p className="mb-2">{w.chartSays(most.complaints, month(most.month))}</p>}
      <ShareBars
        caption={w.months}
        format={String}
        rows={months.slice(months.findIndex(({ complaints }) => complaints > 0)).map((one) => ({
          key: one.month,
          label: month(one.month),
          total: String(one.complaints),
          segments: [
            { name: 'pos', label: w.solvedShort, count: one.solved },
            { name: 'neg', label: w.unsolvedShort, count: one.complaints - one.solved },
          ],
        }))}
      />
    </Section>
  );
};

/** The few causes that bring most of it, longest first. */
const Pareto = ({ figures: { causes } }: { readonly figures: Figures }) => {
  const { w, percent } = useSaying();
  const filed = causes.filter(({ name }) => name !== null);
  const all = filed.reduce((sum, { complaints }) => sum + complaints, 0);
  if (all === 0) return null;
  let reached = 0;
  let few = 0;
  for (const { complaints } of filed) {
    if (reached >= 0.8 * all) break;
    reached += complaints;
    few += 1;
  }
  return (
    <Section title={w.causes}>
      <p className="mb-2">{w.paretoSays(few, percent(reached / all))}</p>
      <Bars
        title={w.causes}
        rows={causes.map(({ key, name, complaints }) => ({ key, label: name, complaints }))}
      />
    </Section>
  );
};

const Groups = ({ figures: { products, channels } }: { readonly figures: Figures }) => {
  const w = useWords(words);
  const channelName = useChannelName();
  const named = products.filter(({ key }) => key !== 'none');
  return (
    <>
      {named.length > 0 && (
        <Section title={w.products}>
          <Bars title={w.products} rows={named.map((one) => ({ ...one, label: one.key }))} />
        </Section>
      )}
      <Section title={w.channels}>
        <Bars title={w.channels} rows={channels.map((one) => ({ ...one, label: channelName(one.key) }))} />
      </Section>
    </>
  );
};

type Bar = { readonly key: string; readonly label: string | null; readonly complaints: number };

const Bars = ({ title, rows }: { readonly title: string; readonly rows: readonly Bar[] }) => {
  const w = useWords(words);
  return (
    <ShareBars
      caption={title}
      format={String}
      rows={rows.map(({ key, label, complaints }) => ({
        key,
        label: label ?? w.unsaid,
        total: String(complaints),
        segments: [{ name: 'pos', label: w.complaints, count: complaints }],
      }))}
    />
  );
};
