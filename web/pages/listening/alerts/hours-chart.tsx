import { useLanguage, useWords } from '../../../app/language.tsx';
import type { AlertHour } from './use-alerts.ts';
import { words } from './words.ts';

/**
 * Hours as bars, what is usual as a stepped line over them; the hours of the story are hatched as well as coloured. What it
 * shows is said in a sentence, and stands in a table behind it.
 */
export const HoursChart = ({ hours }: { readonly hours: readonly AlertHour[] }) => {
  const w = useWords(words);
  const { locale } = useLanguage();
  const shown = (hour: AlertHour): number => hour.marked ?? hour.heard;
  const most = Math.max(1, ...hours.map(shown), ...hours.map(({ usual }) => usual ?? 0));
  const known = hours.flatMap(({ usual }) => (usual === null ? [] : [usual]));
  const usual = known.length > 0 ? known.reduce((sum, one) => sum + one, 0) / known.length : 0;
  const says = w.chartSays(
    Math.max(...hours.map(shown)),
    usual.toLocaleString(locale, { maximumFractionDigits: 1 }),
  );
  return (
    <div className="flex flex-col gap-3">
      <p className="tabular text-read">{says}</p>
      <figure className="m-0">
        <svg
          role="img"
          aria-label={says}
          viewBox={`0 0 ${hours.length} 40`}
          preserveAspectRatio="none"
          className="block h-40 w-full border-line border-b text-accent"
        >
          <defs>
            <pattern id="story-hours" width="0.5" height="4" patternUnits="userSpaceOnUse">
              <rect width="0.5" height="4" fill="currentColor" opacity="0.35" />
              <rect width="0.5" height="2" fill="currentColor" />
            </pattern>
          </defs>
          {hours.map((hour, at) => (
            <rect
              key={hour.at}
              x={at + 0.1}
              width={0.8}
              y={40 - (38 * shown(hour)) / most}
              height={(38 * shown(hour)) / most}
              fill={hour.isStory ? 'url(#story-hours)' : 'var(--color-line-strong)'}
            />
          ))}
          <path
            d={hours
              .map((hour, at) => `${at === 0 ? 'M' : 'L'}${at} ${usualY(hour, most)}H${at + 1}`)
              .join('')}
            fill="none"
            className="text-ink"
            stroke="currentColor"
            strokeWidth={1.5}
            strokeDasharray="4 3"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <figcaption className="mt-2 flex flex-wrap gap-x-4 text-ink-soft text-small">
          <span>▨ {w.storyHours}</span>
          <span>┄ {w.usual}</span>
        </figcaption>
      </figure>
      <details>
        <summary className="link w-fit cursor-pointer pointer-coarse:py-3">{w.asTable}</summary>
        <HoursTable hours={hours} />
      </details>
    </div>
  );
};

const usualY = ({ usual }: AlertHour, most: number): number => 40 - (38 * (usual ?? 0)) / most;

const HoursTable = ({ hours }: { readonly hours: readonly AlertHour[] }) => {
  const w = useWords(words);
  const { locale, timeZone } = useLanguage();
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <table className="tabular mt-2 w-full max-w-md">
      <caption className="sr-only">{w.chart}</caption>
      <thead>
        <tr className="text-left text-ink-soft">
          <th scope="col">{w.hour}</th>
          <th scope="col" className="text-right">
            {w.heard}
          </th>
          <th scope="col" className="text-right">
            {w.usual}
          </th>
        </tr>
      </thead>
      <tbody>
        {hours.toReversed().map((hour) => (
          <tr key={hour.at} className={hour.isStory ? 'bg-accent-soft font-medium' : ''}>
            <th scope="row" className="text-left font-normal">
              {format.format(new Date(hour.at))}
            </th>
            <td className="text-right">{hour.marked ?? hour.heard}</td>
            <td className="text-right">
              {hour.usual?.toLocaleString(locale, { maximumFractionDigits: 1 }) ?? '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
