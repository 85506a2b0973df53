import { useWords } from '../../app/language.tsx';

const it = { loading: 'Sto caricando' };
const en: typeof it = { loading: 'Loading' };
export const words = { it, en };

/** A bar as large as what will stand there: `<Skeleton className="h-5 w-48" />`. */
export const Skeleton = ({ className = 'h-4 w-full' }: { readonly className?: string }) => (
  <span aria-hidden className={`skeleton block ${className}`} />
);

/** Rows of a list that is on its way; says so once to those who listen. */
export const SkeletonRows = ({
  rows = 5,
  rowClassName = 'h-14',
}: {
  readonly rows?: number;
  readonly rowClassName?: string;
}) => {
  const w = useWords(words);
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{w.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity or order
        <Skeleton key={row} className={`w-full rounded-md ${rowClassName}`} />
      ))}
    </div>
  );
};
