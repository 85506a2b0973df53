import { lazy, Suspense, useState } from 'react';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Section } from '../../../components/page/page.tsx';
import { Select } from '../../../components/select/select.tsx';
import { dayOf } from './day-of.ts';
import type { Step, Timeline } from './use-timeline.ts';
import { words } from './words.ts';

const ChangeStory = lazy(() =>
  import('./change-story.tsx').then((module) => ({ default: module.ChangeStory })),
);

type Props = { readonly timeline: Timeline; readonly by: Step; readonly channel: string | undefined };

/** When more or less was said than usual, and what explains any moment that is asked for. */
export const UnusualMoments = ({ timeline, by, channel }: Props) => {
  const w = useWords(words);
  const { locale } = useLanguage();
  const [asked, setAsked] = useState<string>();
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const unusual = timeline.spans.filter((span) => span.unusual).toReversed();
  const chosen = timeline.spans.some(({ from }) => from === asked) ? asked : undefined;
  return (
    <Section title={w.unusualTitle} lead={w.unusualNote}>
      {unusual.length === 0 && (
        <p className="mb-4 text-ink-soft">
          {timeline.spans.length > timeline.stepsToJudge
            ? w.unusualNone
            : w.unusualEarly(whole.format(timeline.stepsToJudge))}
        </p>
      )}
      <ul className="mb-4 flex flex-col gap-2">
        {unusual.slice(0, 10).map(({ from, volume, unusual: how }) => (
          <li key={from} className="flex flex-wrap items-center justify-between gap-3">
            <span>
              {w.more(dayOf(from, by, locale), whole.format(volume), whole.format(how?.expected ?? 0))}
            </span>
            <Button weight="quiet" onPress={() => setAsked(from)}>
              {w.explain}
            </Button>
          </li>
        ))}
      </ul>
      <Select
        label={w.explain}
        className="max-w-80"
        value={chosen ?? null}
        onChange={setAsked}
        choices={timeline.spans
          .toReversed()
          .filter(({ volume }) => volume > 0)
          .map(({ from }) => ({ value: from, label: dayOf(from, by, locale) }))}
      />
      {chosen && (
        <Suspense>
          <ChangeStory from={chosen} by={by} channel={channel} />
        </Suspense>
      )}
    </Section>
  );
};
