import { linePath } from './line-path.ts';

export type ChartPoint = { readonly label: string; readonly value: number | null };

type LineChartProps = {
  /** What the line shows, in one sentence: read aloud in place of the line. */
  readonly says: string;
  readonly points: readonly ChartPoint[];
  readonly format: (value: number) => string;
};

/** A small line over time, its ends and its heights in words around it; the figures stand in a table beside it. */
export const LineChart = ({ says, points, format }: LineChartProps) => {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const most = Math.max(...values);
  return (
    <figure className="m-0">
      <div className="flex gap-3">
        <div
          className="tabular flex flex-col justify-between text-right text-ink-faint text-small"
          aria-hidden
        >
          <span>{format(most)}</span>
          <span>{format(0)}</span>
        </div>
        <div className="min-w-0 flex-1">
          <svg
            role="img"
            aria-label={says}
            viewBox="0 0 100 40"
            preserveAspectRatio="none"
            className="block h-32 w-full overflow-visible border-line border-y text-accent"
            fill="none"
            stroke="currentColor"
          >
            <path
              d={linePath(
                points.map(({ value }) => value),
                most,
              )}
              strokeWidth={2}
              strokeLinecap="round"
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
          <div className="mt-1 flex justify-between gap-4 text-ink-faint text-small" aria-hidden>
            <span>{points[0]?.label}</span>
            <span>{points.at(-1)?.label}</span>
          </div>
        </div>
      </div>
    </figure>
  );
};
