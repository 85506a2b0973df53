import { Skeleton } from '../../components/skeleton/skeleton.tsx';
import { useWords } from '../language.tsx';
import { words } from './words.ts';

/** While a page's own code is on its way: the shape of a page. */
export const Waiting = () => {
  const w = useWords(words);
  return (
    <div role="status" className="mx-auto w-full max-w-3xl px-page py-page">
      <span className="sr-only">{w.loading}</span>
      <Skeleton className="mb-8 h-8 w-56" />
      <Skeleton className="mb-3 h-5 w-full" />
      <Skeleton className="mb-3 h-5 w-11/12" />
      <Skeleton className="h-5 w-2/3" />
    </div>
  );
};
