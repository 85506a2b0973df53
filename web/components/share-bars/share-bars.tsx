import { useId } from 'react';

export type ShareSegment = {
  readonly name: string;
  readonly label: string;
  readonly count: number;
};
export type ShareRow = {
  readonly key: string;
  readonly label: string;
  /** What the row comes to, in words or figures. */
  readonly total: string;
  readonly segments: readonly ShareSegment[];
};

type ShareBarsProps = {
  readonly caption: string;
  readonly rows: readonly ShareRow[];
  readonly format: (count: number) => string;
};

/** Each kind has a pattern as well as a tone: nobody needs to tell colours apart. */
const looks: Readonly<Record<string, 'full' | 'lines' | 'dots' | 'empty'>> = {
  pos: 'full',
  neg: 'lines',
  neu: 'empty',
  mixed: 'dots',
};

/** Bars that share out a count, longest first; every figure is written beside them, so that the table is the chart. */
export const ShareBars = ({ caption, rows, format }: ShareBarsProps) => {
  const most = Math.max(1, ...rows.map(sumOf));
  const kinds = rows[0]?.segments ?? [];
  return (
    <div className="overflow-x-auto">
      <table className="tabular w-full text-body">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-ink-faint text-small">
          <tr className="border-line border-b text-left align-bottom">
            <td />
            <td />
            {kinds.length > 1 &&
              kinds.map(({ name, label }) => (
                <th key={name} scope="col" className="py-1.5 pl-3 text-right font-normal">
                  <span className="inline-flex items-center gap-1.5">
                    <Swatch name={name} />
                    {label}
                  </span>
                </th>
              ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-line border-b last:border-b-0">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                {row.label}
              </th>
              <td className="w-2/5 min-w-24 py-1.5">
                <Bar segments={row.segments} most={most} />
              </td>
              {row.segments.length > 1 &&
                row.segments.map(({ name, count }) => (
                  <td key={name} className="py-1.5 pl-3 text-right">
                    {format(count)}
                  </td>
                ))}
              <td className="whitespace-nowrap py-1.5 pl-3 text-right font-medium">{row.total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const sumOf = ({ segments }: Pick<ShareRow, 'segments'>): number =>
  segments.reduce((sum, { count }) => sum + count, 0);

const Bar = ({ segments, most }: { readonly segments: readonly ShareSegment[]; readonly most: number }) => {
  let start = 0;
  return (
    <svg
      aria-hidden
      viewBox="0 0 200 14"
      preserveAspectRatio="none"
      className="block h-3.5 w-full text-accent"
    >
      {segments.map(({ name, count }) => {
        const [x, width] = [start, (200 * count) / most];
        start += width;
        return width > 0 && <Patch key={name} name={name} x={x} width={width} />;
      })}
    </svg>
  );
};

const Swatch = ({ name }: { readonly name: string }) => (
  <svg aria-hidden viewBox="0 0 14 14" className="size-3.5 text-accent">
    <Patch name={name} x={0} width={14} />
  </svg>
);

const Patch = ({ name, x, width }: { readonly name: string; readonly x: number; readonly width: number }) => {
  const id = useId();
  const look = looks[name] ?? 'full';
  return (
    <>
      <defs>
        <pattern id={id} width={4} height={4} patternUnits="userSpaceOnUse">
          {look === 'lines' && <path d="M0 4L4 0" stroke="currentColor" strokeWidth={1.4} />}
          {look === 'dots' && <circle cx={2} cy={2} r={0.9} fill="currentColor" />}
        </pattern>
      </defs>
      <rect
        x={x + 0.5}
        y={0.5}
        width={Math.max(0.5, width - 1)}
        height={13}
        fill={look === 'full' ? 'currentColor' : `url(#${id})`}
        stroke="currentColor"
        strokeWidth={1}
        vectorEffect="non-scaling-stroke"
      />
    </>
  );
};
