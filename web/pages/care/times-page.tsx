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
import { words as readingWords } from '../../components/reading/words.ts';
import { ShareBars } from '../../components/share-bars/share-bars.tsx';
import { useTeamNames } from '../conversations/desk/use-desk.ts';
import { PeriodPage } from './period-page.tsx';
import { words } from './times-words.ts';
import { words as roomWords } from './words.ts';

type Kept = { readonly inTime: Share; readonly times: Times };
type Group = {
  readonly key: string;
  readonly waits: number;
  readonly overdue: number;
  readonly first: Kept;
  readonly next: Kept;
};
type Figures = {
  readonly whole: Group;
  readonly teams: readonly Group[];
  readonly channels: readonly Group[];
  readonly intents: readonly Group[];
  readonly gravities: readonly Group[];
};
type Days = '30' | '90' | '365';

/** How what was promised was kept: each figure with its margin and the sentence that says what it means. Never by person. */
export const TimesPage = () => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const [days, setDays] = useState<Days>('90');
  const figures = useQuery({
    queryKey: [...keys.desk(id), 'figures', days],
    queryFn: ({ signal }) =>
      call<Figures>('GET', inWorkspace(id, 'desk-figures') + query({ days }), undefined, signal),
  });
  return (
    <PeriodPage
      w={w}
      days={days}
      onDays={setDays}
      figures={figures}
      isEmpty={({ whole }) => whole.waits === 0}
    >
      {(found) => <Whole figures={found} />}
    </PeriodPage>
  );
};

/** Under this many the margin says nearly nothing. */
const FEW = 12;

const Whole = ({ figures }: { readonly figures: Figures }) => {
  const w = useWords(words);
  const s = useSaying();
  const cells = useCells();
  const { whole } = figures;
  const { inTime, times } = whole.first;
  const inTimeSaid = s.of(inTime.count, inTime.of);
  return (
    <>
      <p className="text-read">
        {times.median === null ? w.saysNothing : w.says(inTimeSaid, s.workingSpan(times.median))}{' '}
        {inTime.share !== null && w.saysMargin(s.share(inTime).interval)}{' '}
        {whole.overdue > 0 ? w.overdue(whole.overdue) : w.onTrack}{' '}
        {inTime.of < FEW && <span className="text-ink-soft">{w.unsure}</span>}
      </p>
      <div className="mt-6">
        <FigureTable
          caption={w.whole}
          heads={[w.kind, w.inTime, w.median, w.tenth]}
          rows={(['first', 'next'] as const).map((kind) => ({
            key: kind,
            label: w[kind],
            cells: cells(whole[kind]),
          }))}
        />
      </div>
      <p className="mt-3 mb-6 text-ink-soft text-small">{w.method}</p>
      <Groups figures={figures} />
    </>
  );
};

const Groups = ({ figures }: { readonly figures: Figures }) => {
  const w = useWords(words);
  const r = useWords(readingWords);
  const c = useWords(roomWords);
  const channelName = useChannelName();
  const teams = useTeamNames();
  const intentName = (key: string) => r.intents[key as keyof typeof r.intents] ?? w.noIntent;
  const gravityName = (key: string) => c.gravities[Number(key) as 1 | 2 | 3 | 4] ?? w.noGravity;
  return (
    <>
      <GroupPart title={w.teams} groups={figures.teams} nameOf={(key) => teams.get(key) ?? w.noTeam}>
        {w.noTeamHelp}
      </GroupPart>
      <GroupPart title={w.channels} groups={figures.channels} nameOf={channelName} />
      <GroupPart title={w.intents} groups={figures.intents} nameOf={intentName} />
      <GroupPart title={w.gravities} groups={figures.gravities} nameOf={gravityName} />
    </>
  );
};

/** A share in time, a median and how long nine of ten waited at most, as cells of a table. */
const useCells = () => {
  const s = useSaying();
  return ({ inTime, times }: Kept) => [
    s.share(inTime),
    s.times(times, s.workingSpan),
    times.p90 === null ? '—' : s.workingSpan(times.p90),
  ];
};

type GroupPartProps = {
  readonly title: string;
  readonly groups: readonly Group[];
  readonly nameOf: (key: string) => string;
  readonly children?: string;
};

const GroupPart = ({ title, groups, nameOf, children }: GroupPartProps) => {
  const w = useWords(words);
  const s = useSaying();
  const measured = groups.filter(({ first }) => first.inTime.of > 0);
  const [most] = measured;
  if (!most) return null;
  return (
    <Section title={title}>
      <p className="mb-2">
        {w.groupSays(nameOf(most.key), s.of(most.first.inTime.count, most.first.inTime.of))}
      </p>
      <ShareBars
        caption={`${title}: ${w.first}`}
        format={String}
        rows={measured.map(({ key, first: { inTime } }) => ({
          key,
          label: nameOf(key),
          total: String(inTime.of),
          segments: [
            { name: 'pos', label: w.inTime, count: inTime.count },
            { name: 'neg', label: w.late, count: inTime.of - inTime.count },
          ],
        }))}
      />
      <Behind title={title} groups={measured} nameOf={nameOf} />
      {children && <p className="mt-2 text-ink-soft text-small">{children}</p>}
    </Section>
  );
};

const Behind = ({ title, groups, nameOf }: Omit<GroupPartProps, 'children'>) => {
  const w = useWords(words);
  const cells = useCells();
  return (
    <TableBehind
      caption={title}
      heads={[w.group, w.inTime, w.median, w.tenth]}
      rows={groups.flatMap((group) =>
        (['first', 'next'] as const)
          .filter((kind) => group[kind].inTime.of > 0)
          .map((kind) => ({
            key: `${group.key} ${kind}`,
            label: `${nameOf(group.key)}: ${w[kind].toLowerCase()}`,
            cells: cells(group[kind]),
          })),
      )}
    />
  );
};
