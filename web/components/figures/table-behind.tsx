import { useWords } from '../../app/language.tsx';
import { type FigureRow, FigureTable } from './figure-table.tsx';

const it = { open: 'I numeri, con il loro margine' };
const en: typeof it = { open: 'The numbers, with their margin' };
const words = { it, en };

type TableBehindProps = {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly FigureRow[];
};

/** The table behind a chart, one press away. */
export const TableBehind = (props: TableBehindProps) => {
  const w = useWords(words);
  return (
    <details className="mt-3">
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-ink-soft text-small underline">
        {w.open}
        <span className="sr-only">: {props.caption}</span>
      </summary>
      <FigureTable {...props} />
    </details>
  );
};
