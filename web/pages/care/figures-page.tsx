import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, inWorkspace, query } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { useChannelName } from '../../components/channel-icon/channel-icon.tsx';
import { FigureTable } from '../../components/figures/figure-table.tsx';
import { TableBehind } from '../../components/figures/table-behind.tsx';
import { type Share, type Times, useSaying } from '../../components/figures/use-saying.ts';
import { Section } from '../../components/page/page.tsx';
import { ShareBars } from '../../components/share-bars/share-bars.tsx';
import { words } from './figures-words.ts';
import { PeriodPage } from './period-page.tsx';

type Group = {
  readonly key: string;
  readonly complaints: number;
  readonly ofAll: Share;
  readonly answered: Share;
  readonly solved: Share;
  readonly solveTimes: Times;
};
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
    <PeriodPage
      w={w}
      days={days}
      onDays={setDays}
      figures={figures}
      isEmpty={({ whole }) => whole.complaints === 0}
    >
      {(found) => <Whole figures={found} />}
    </PeriodPage>
  );
};

/** Under this many the margin says nearly nothing. */
const FEW = 12;

const Whole = ({ figures }: { readonly figures: Figures }) => {
  const w = useWords(words);
  const { locale, number, of, span } = useSaying();
  const { whole } = figures;
  const rate = number(100 * (whole.rate.share ?? 0));
  const [answer, solve] = [whole.answerTimes.median, whole.solveTimes.median];
  return (
    <>
      <p className="text-read">
        {w.says(
          whole.complaints,
          rate,
          of(whole.answered.count, whole.answered.of),
          of(whole.solved.count, whole.solved.of),
        )}{' '}
        {answer !== null &&
          (solve === null ? w.saysAnswer(span(answer)) : w.saysTimes(span(answer), span(solve)))}{' '}
        {whole.complaints < FEW && <span className="text-ink-soft">{w.unsure}</span>}
      </p>
      <div className="mt-6">
        <WholeTable whole={whole} />
      </div>
      <p className="mt-3 mb-6 text-ink-soft text-small">
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

const WholeTable = ({ whole }: { readonly whole: Figures['whole'] }) => {
  const w = useWords(words);
  const { number, between, share, times, span } = useSaying();
  const rows = [
    {
      name: 'rate',
      cell: {
        value: number(100 * (whole.rate.share ?? 0)),
        interval: between(number(100 * whole.rate.low), number(100 * whole.rate.high)),
      },
    },
    { name: 'answered', cell: share(whole.answered) },
    { name: 'answerTimes', cell: times(whole.answerTimes), p90: whole.answerTimes.p90 },
    { name: 'solved', cell: share(whole.solved) },
    { name: 'solveTimes', cell: times(whole.solveTimes), p90: whole.solveTimes.p90 },
    { name: 'atFirstContact', cell: share(whole.atFirstContact) },
    { name: 'confirmed', cell: share(whole.confirmed) },
    { name: 'reopened', cell: share(whole.reopened) },
    { name: 'praised', cell: share(whole.praised) },
  ] as const;
  return (
    <FigureTable
      caption={w.title}
      heads={[w.figure, w.value, w.interval]}
      rows={rows.map(({ name, cell, ...rest }) => ({
        key: name,
        label: w.rows[name],
        cells: [
          'p90' in rest && rest.p90 !== null
            ? `${cell.value} (${w.median}); ${w.tenth(span(rest.p90))}`
            : cell.value,
          cell.interval,
        ],
      }))}
    />
  );
};

const Months = ({ months }: { readonly months: Figures['months'] }) => {
  const w = useWords(words);
  const { month } = useSaying();
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

/** The few causes that bring most of it, longest first, each with how far one comes with those before it. */
const Pareto = ({ figures: { causes } }: { readonly figures: Figures }) => {
  const w = useWords(words);
  const { percent } = useSaying();
  const filed = causes.filter(({ name }) => name !== null);
  const all = filed.reduce((sum, { complaints }) => sum + complaints, 0);
  if (all === 0) return null;
  const reached = filed.map((_, at) =>
    filed.slice(0, at + 1).reduce((sum, { complaints }) => sum + complaints, 0),
  );
  const few = reached.findIndex((sum) => sum >= 0.8 * all) + 1;
  return (
    <Section title={w.causes}>
      <p className="mb-2">{w.paretoSays(few, percent((reached[few - 1] ?? 0) / all))}</p>
      <Bars
        title={w.causes}
        rows={causes.map((one) => ({ ...one, label: one.name ?? w.unsaid }))}
        more={{
          head: w.together,
          cells: new Map(filed.map(({ key }, at) => [key, percent((reached[at] ?? 0) / all)])),
        }}
      />
    </Section>
  );
};

const Groups = ({ figures: { products, channels } }: { readonly figures: Figures }) => {
  const w = useWords(words);
  const { percent } = useSaying();
  const channelName = useChannelName();
  const named = products.filter(({ key }) => key !== 'none').map((one) => ({ ...one, label: one.key }));
  const heard = channels.map((one) => ({ ...one, label: channelName(one.key) }));
  const says = ([most]: readonly Bar[]) => most && w.groupSays(most.label, percent(most.ofAll.share ?? 0));
  return (
    <>
      {named.length > 0 && (
        <Section title={w.products}>
          <p className="mb-2">{says(named)}</p>
          <Bars title={w.products} rows={named} />
        </Section>
      )}
      <Section title={w.channels}>
        <p className="mb-2">{says(heard)}</p>
        <Bars title={w.channels} rows={heard} />
      </Section>
    </>
  );
};

type Bar = Group & { readonly label: string };
type BarsProps = {
  readonly title: string;
  readonly rows: readonly Bar[];
  /** A column more in the table behind, by row. */
  readonly more?: { readonly head: string; readonly cells: ReadonlyMap<string, string> };
};

const Bars = ({ title, rows, more }: BarsProps) => {
  const w = useWords(words);
  const { share, times } = useSaying();
  return (
    <>
      <ShareBars
        caption={title}
        format={String}
        rows={rows.map(({ key, label, complaints }) => ({
          key,
          label,
          total: String(complaints),
          segments: [{ name: 'pos', label: w.complaints, count: complaints }],
        }))}
      />
      <TableBehind
        caption={title}
        heads={[
          w.group,
          w.ofAll,
          ...(more ? [more.head] : []),
          w.rows.answered,
          w.rows.solved,
          w.rows.solveTimes,
        ]}
        rows={rows.map((one) => ({
          key: one.key,
          label: one.label,
          cells: [
            share(one.ofAll),
            ...(more ? [more.cells.get(one.key) ?? '—'] : []),
            share(one.answered),
            share(one.solved),
            times(one.solveTimes),
          ],
        }))}
      />
    </>
  );
};
