import { useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { RelativeTime } from '../../../components/relative-time/relative-time.tsx';
import type { ThreadSummary } from '../views.ts';
import { useArrangements, useArranging } from './use-arranging.ts';
import { words } from './words.ts';

/** What was last joined or divided by hand here and still stands, with the way back. */
export const ArrangedLine = ({ thread }: { readonly thread: ThreadSummary }) => {
  const w = useWords(words);
  const may = useMay();
  const { undo } = useArranging(thread);
  const latest = useArrangements(thread.id).find(({ undone }) => !undone);
  if (!latest) return null;
  const isMerge = latest.kind === 'merge';
  return (
    <p className="flex flex-wrap items-center gap-x-2 border-line border-b bg-sunk/50 px-4 py-1 text-ink-soft text-small desk:px-8">
      <span>
        {isMerge ? w.mergedBy(latest.byName, latest.otherIds.length) : w.splitBy(latest.byName)}{' '}
        <RelativeTime at={latest.at} />
      </span>
      {may('threads.organise') && (
        <Button size="small" weight="quiet" isPending={undo.isPending} onPress={() => undo.mutate(latest.id)}>
          {isMerge ? w.apart : w.together}
        </Button>
      )}
    </p>
  );
};
