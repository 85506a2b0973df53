import type { Said } from './use-saying.ts';

export type FigureRow = {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly (string | Said)[];
};

type FigureTableProps = {
  readonly caption: string;
  /** The first names the rows. */
  readonly heads: readonly string[];
  readonly rows: readonly FigureRow[];
};

/** Figures by group, each with its margin under it: what a chart shows, to be read. */
export const FigureTable = ({ caption, heads, rows }: FigureTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
  <section tabIndex={0} aria-label={caption} className="overflow-x-auto">
    <table className="tabular w-full text-small [overflow-wrap:normal] tablet:text-body">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-left text-ink-soft text-small">
        <tr className="border-line border-b align-bottom">
          {heads.map((head) => (
            <th key={head} scope="col" className="py-1.5 pr-3 font-normal last:pr-0">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, cells }) => (
          <tr key={key} className="border-line border-b align-top last:border-b-0">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              {label}
            </th>
            {cells.map((cell, at) => (
              <td key={heads[at + 1]} className="py-1.5 pr-3 last:pr-0">
                {typeof cell === 'string' ? (
                  cell
                ) : (
                  <>
                    <span className="block font-medium">{cell.value}</span>
                    {cell.interval !== '—' && (
                      <span className="block text-ink-soft text-small">{cell.interval}</span>
                    )}
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
