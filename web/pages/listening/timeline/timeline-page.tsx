import { useState } from 'react';
import { useChannels } from '../../../app/channels.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { Chip } from '../../../components/chip/chip.tsx';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { type Moment, OverTime } from '../../../components/over-time/over-time.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { aspectName } from '../../../components/reading/aspect-name.ts';
import { words as readingWords } from '../../../components/reading/words.ts';
import { Select } from '../../../components/select/select.tsx';
import { ShareBars } from '../../../components/share-bars/share-bars.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { useWatches } from '../use-listening.ts';
import { dayOf } from './day-of.ts';
import { UnusualMoments } from './unusual-moments.tsx';
import { type Step, type Timeline, type TimelineChoice, useTimeline } from './use-timeline.ts';
import { words } from './words.ts';

/** How we have been spoken of: how much, how, of what, where, and beside whom. */
export const TimelinePage = () => {
  const w = useWords(words);
  const [choice, setChoice] = useState<TimelineChoice>({
    days: 90,
    by: 'week',
    channel: undefined,
    watches: [],
  });
  const timeline = useTimeline(choice);
  return (
    <Page title={w.title} lead={w.lead} wide>
      <Choices choice={choice} onChange={setChoice} />
      {timeline.isPending && <SkeletonRows rows={3} rowClassName="h-32" />}
      {timeline.isError && !timeline.data && (
        <ErrorNote error={timeline.error} onRetry={() => void timeline.refetch()} />
      )}
      {timeline.data && <Shown timeline={timeline.data} choice={choice} onChange={setChoice} />}
    </Page>
  );
};

type ChoiceProps = {
  readonly choice: TimelineChoice;
  readonly onChange: (choice: TimelineChoice) => void;
};

const ANY = 'any';
/** Long times in small steps would be unreadable. */
const stepFor = (days: number, by: Step): Step =>
  days > 400 && by === 'day' ? 'week' : days < 60 && by === 'month' ? 'week' : by;

const Choices = ({ choice, onChange }: ChoiceProps) => {
  const w = useWords(words);
  const { language } = useLanguage();
  const channels = useChannels();
  return (
    <div className="mb-6 grid gap-3 tablet:grid-cols-3">
      <Select
        label={w.time}
        value={String(choice.days)}
        onChange={(days) => onChange({ ...choice, days: Number(days), by: stepFor(Number(days), choice.by) })}
        choices={Object.entries(w.times).map(([value, label]) => ({ value, label }))}
      />
      <Select
        label={w.step}
        value={choice.by}
        onChange={(by) => onChange({ ...choice, by: stepFor(choice.days, by) })}
        choices={(['day', 'week', 'month'] as const).map((value) => ({ value, label: w.steps[value] }))}
      />
      <Select
        label={w.channel}
        value={choice.channel ?? ANY}
        onChange={(channel) => onChange({ ...choice, channel: channel === ANY ? undefined : channel })}
        choices={[
          { value: ANY, label: w.anyChannel },
          ...(channels.data?.map(({ id, name }) => ({ value: id as string, label: name[language] })) ?? []),
        ]}
      />
    </div>
  );
};

type Polarities = Timeline['spans'][number]['polarity'];
const readOf = ({ pos, neg, neu, mixed }: Polarities) => pos + neg + neu + mixed;
const polarityNames = ['pos', 'neg', 'neu', 'mixed'] as const;

const Shown = ({ timeline, choice, onChange }: ChoiceProps & { readonly timeline: Timeline }) => {
  const w = useWords(words);
  const r = useWords(readingWords);
  const channelName = useChannelName();
  const { whole } = useFigures();
  const segments = (polarity: Polarities) =>
    polarityNames.map((name) => ({ name, label: w.polarities[name], count: polarity[name] }));
  const rowsOf = <Each extends { readonly volume: number; readonly polarity: Polarities }>(
    all: readonly Each[],
    label: (each: Each) => string,
  ) =>
    all.slice(0, 12).map((each) => ({
      key: label(each),
      label: label(each),
      total: whole(each.volume),
      segments: segments(each.polarity),
    }));
  if (timeline.channels.length === 0)
    return (
      <EmptyState title={w.nothing}>
        <p>{w.lead}</p>
      </EmptyState>
    );
  return (
    <>
      <Course timeline={timeline} by={choice.by} />
      <UnusualMoments timeline={timeline} by={choice.by} channel={choice.channel} />
      <Section title={w.aspects}>
        {timeline.aspects.length === 0 ? (
          <p className="text-ink-soft">{w.aspectsNone}</p>
        ) : (
          <ShareBars
            caption={w.aspects}
            format={whole}
            rows={rowsOf(timeline.aspects, ({ aspect }) => aspectName(aspect, r.aspects))}
          />
        )}
      </Section>
      <Section title={w.channels}>
        <ShareBars
          caption={w.channels}
          format={whole}
          rows={rowsOf(timeline.channels, ({ channel }) => channelName(channel))}
        />
      </Section>
      <Share timeline={timeline} choice={choice} onChange={onChange} />
    </>
  );
};

const Course = ({ timeline, by }: { readonly timeline: Timeline; readonly by: Step }) => {
  const w = useWords(words);
  const { whole, share, day } = useFigures();
  const moments = timeline.spans.map(({ from, volume, polarity }, at): Moment<'volume' | 'pos' | 'neg'> => {
    const read = readOf(polarity);
    const part = (count: number) => (read === 0 ? null : count / read);
    return {
      key: from,
      label: day(from, by),
      // The last step holds today.
      isRunning: at === timeline.spans.length - 1,
      values: { volume, pos: part(polarity.pos), neg: part(polarity.neg) },
    };
  });
  return (
    <Section title={w.course} lead={w.courseNote}>
      <OverTime
        title={w.course}
        measures={[
          { name: 'volume', label: w.volume, format: whole },
          { name: 'pos', label: w.positive, format: share },
          { name: 'neg', label: w.negative, format: share },
        ]}
        moments={moments}
        rows={moments.toReversed()}
      />
    </Section>
  );
};

const Share = ({ timeline, choice, onChange }: ChoiceProps & { readonly timeline: Timeline }) => {
  const w = useWords(words);
  const { whole, share } = useFigures();
  const watches = useWatches();
  const all = watches.data?.watches ?? [];
  const chosen = all.filter(({ id }) => choice.watches.includes(id));
  const counted = chosen
    .map(({ id, name }) => ({
      id,
      name,
      count: timeline.spans.reduce((sum, span) => sum + (span.watches[id] ?? 0), 0),
    }))
    .sort((a, b) => b.count - a.count);
  const together = counted.reduce((sum, { count }) => sum + count, 0);
  const toggle = (id: string, isOn: boolean) =>
    onChange({
      ...choice,
      watches: isOn ? [...choice.watches, id] : choice.watches.filter((each) => each !== id),
    });
  return (
    <Section title={w.share} lead={w.shareNote}>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that belong together, no field of a form */}
      <div role="group" aria-label={w.share} className="mb-4 flex flex-wrap gap-2">
        {all.slice(0, 20).map(({ id, name }) => (
          <Chip key={id} isSelected={choice.watches.includes(id)} onChange={(isOn) => toggle(id, isOn)}>
            {name}
          </Chip>
        ))}
      </div>
      {counted.length === 0 ? (
        <p className="text-ink-soft">{w.shareNone}</p>
      ) : (
        <ShareBars
          caption={w.share}
          format={whole}
          rows={counted.map(({ id, name, count }) => ({
            key: id,
            label: name,
            total: `${whole(count)} · ${share(together === 0 ? 0 : count / together)}`,
            segments: [{ name: 'pos', label: name, count }],
          }))}
        />
      )}
    </Section>
  );
};

const useFigures = () => {
  const { locale } = useLanguage();
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return {
    whole: (value: number) => number.format(value),
    share: (value: number) => percent.format(value),
    day: (from: string, by: Step) => dayOf(from, by, locale),
  };
};
